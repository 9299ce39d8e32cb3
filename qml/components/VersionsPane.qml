import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import NovaSettings
import NovaSettings.ViewModels

// The earlier texts of a document at the left, and how the chosen one differs from the text of now; one can go back to it.
FocusScope {
    id: pane

    required property VersionsModel versions
    /// What the dialog calls the text: "The prompt".
    required property string subject
    required property bool hasDraft
    readonly property bool narrow: pane.width < 640

    ColumnLayout {
        anchors.fill: parent
        spacing: 0
        visible: pane.versions.count > 0

        GridLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            columns: pane.narrow ? 1 : 3
            columnSpacing: 0
            rowSpacing: 0

            ListView {
                id: list
                objectName: "versionList"
                Layout.fillHeight: !pane.narrow
                Layout.fillWidth: pane.narrow
                Layout.preferredWidth: 248
                Layout.preferredHeight: pane.narrow ? 152 : -1
                focus: true
                activeFocusOnTab: true
                clip: true
                model: pane.versions
                currentIndex: pane.versions.chosen
                boundsBehavior: Flickable.StopAtBounds
                keyNavigationEnabled: false
                highlightMoveDuration: 0
                ScrollBar.vertical: NovaScrollBar {}

                Accessible.role: Accessible.List
                Accessible.name: qsTr("Earlier texts")
                Accessible.description: qsTr("%1 in the list").arg(list.count)

                function move(row: int) {
                    pane.versions.choose(Math.max(0, Math.min(list.count - 1, row)));
                }

                Keys.onPressed: event => {
                    switch (event.key) {
                    case Qt.Key_J:
                    case Qt.Key_Down:
                        list.move(list.currentIndex + 1);
                        break;
                    case Qt.Key_K:
                    case Qt.Key_Up:
                        list.move(list.currentIndex - 1);
                        break;
                    case Qt.Key_Home:
                        list.move(0);
                        break;
                    case Qt.Key_End:
                        list.move(list.count - 1);
                        break;
                    case Qt.Key_Return:
                    case Qt.Key_Enter:
                        if (pane.versions.canRestore)
                            question.open();
                        break;
                    default:
                        return;
                    }
                    event.accepted = true;
                }

                delegate: Rectangle {
                    id: version

                    required property int index
                    required property string when
                    required property string whenExact
                    required property string cause
                    required property string size
                    required property int added
                    required property int removed
                    readonly property bool chosen: ListView.isCurrentItem
                    readonly property var host: ListView.view

                    width: ListView.view ? ListView.view.width : 0
                    height: words.implicitHeight + 2 * Theme.spaceS
                    color: version.chosen ? Theme.surfaceSelected : hover.hovered ? Theme.surfaceHover : "transparent"

                    Accessible.role: Accessible.ListItem
                    Accessible.name: qsTr("%1, %2, then %3 lines added, %4 removed").arg(version.whenExact).arg(version.cause).arg(version.added).arg(version.removed)

                    HoverHandler {
                        id: hover
                    }
                    NovaToolTip {
                        visible: hover.hovered
                        text: version.whenExact
                    }
                    TapHandler {
                        onTapped: {
                            version.host.forceActiveFocus(Qt.MouseFocusReason);
                            version.host.move(version.index);
                        }
                    }
                    ColumnLayout {
                        id: words
                        anchors.left: parent.left
                        anchors.right: parent.right
                        anchors.verticalCenter: parent.verticalCenter
                        anchors.leftMargin: Theme.spaceL
                        anchors.rightMargin: Theme.spaceL
                        spacing: 2

                        RowLayout {
                            Layout.fillWidth: true
                            spacing: Theme.spaceS

                            Text {
                                Layout.fillWidth: true
                                text: version.when
                                color: version.chosen ? Theme.accent : Theme.text
                                font.pixelSize: Theme.fontBody
                                font.weight: version.chosen ? Font.DemiBold : Font.Normal
                                horizontalAlignment: Text.AlignLeft
                                elide: Text.ElideRight
                            }
                            Text {
                                text: qsTr("+%1").arg(version.added)
                                color: Theme.healthy
                                font.pixelSize: Theme.fontSmall
                            }
                            Text {
                                text: qsTr("−%1").arg(version.removed)
                                color: Theme.failing
                                font.pixelSize: Theme.fontSmall
                            }
                        }
                        Text {
                            Layout.fillWidth: true
                            text: qsTr("%1 · %2").arg(version.cause).arg(version.size)
                            color: Theme.textMuted
                            font.pixelSize: Theme.fontSmall
                            horizontalAlignment: Text.AlignLeft
                            elide: Text.ElideRight
                        }
                    }
                }
                FocusRing {
                    radius: 0
                    visible: list.activeFocus
                }
            }
            Rectangle {
                Layout.fillHeight: !pane.narrow
                Layout.fillWidth: pane.narrow
                implicitWidth: 1
                implicitHeight: 1
                color: Theme.border
            }
            ColumnLayout {
                Layout.fillWidth: true
                Layout.fillHeight: true
                spacing: 0

                RowLayout {
                    Layout.fillWidth: true
                    Layout.margins: Theme.spaceM
                    spacing: Theme.spaceM

                    Text {
                        objectName: "versionSummary"
                        Layout.fillWidth: true
                        text: pane.versions.problem.length > 0 ? pane.versions.problem
                            : qsTr("Replaced %1. Since then %2 lines added, %3 removed.").arg(pane.versions.chosenWhen).arg(pane.versions.diff.added).arg(pane.versions.diff.removed)
                        textFormat: Text.PlainText
                        color: pane.versions.problem.length > 0 ? Theme.failing : Theme.textMuted
                        font.pixelSize: Theme.fontBody
                        horizontalAlignment: Text.AlignLeft
                        wrapMode: Text.Wrap
                    }
                    NovaButton {
                        objectName: "restore"
                        enabled: pane.versions.canRestore && pane.versions.diff.count > 0
                        text: pane.versions.restoring ? qsTr("Restoring") : qsTr("Restore")
                        onClicked: question.open()
                    }
                }
                DiffView {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    diff: pane.versions.diff
                    leftTitle: qsTr("Earlier text")
                    rightTitle: qsTr("Text of now")
                    nothing: pane.versions.comparing ? qsTr("Comparing") : pane.versions.problem.length > 0 ? qsTr("Nothing to compare")
                                                                         : qsTr("This is the text of now")
                }
            }
        }
    }
    EmptyState {
        anchors.centerIn: parent
        visible: pane.versions.count === 0
        title: pane.versions.loading ? qsTr("Reading the earlier texts") : pane.versions.problem.length > 0 ? qsTr("The earlier texts cannot be listed") : qsTr("No earlier texts yet")
        message: pane.versions.loading ? "" : pane.versions.problem.length > 0 ? pane.versions.problem
               : qsTr("Every text that is replaced is kept here, whoever replaced it: this window, an editor, git or the API.")
    }
    NovaDialog {
        id: question
        title: qsTr("Restore the text replaced %1?").arg(pane.versions.chosenWhen)
        onOpened: go.forceActiveFocus(Qt.TabFocusReason)
        onClosed: list.forceActiveFocus()

        Text {
            objectName: "restoreWords"
            Layout.fillWidth: true
            text: {
                const words = qsTr("%1 becomes the text that was replaced %2. The text of now is kept as an earlier text, so you can come back to it.").arg(pane.subject).arg(pane.versions.chosenWhen);
                return pane.hasDraft ? words + "\n\n" + qsTr("Your unsaved draft stays as it is. It will be shown as a conflict with the restored text.") : words;
            }
            textFormat: Text.PlainText
            color: Theme.text
            font.pixelSize: Theme.fontBody
            lineHeight: 1.2
            horizontalAlignment: Text.AlignLeft
            wrapMode: Text.Wrap
        }
        buttons: [
            NovaButton {
                id: go
                objectName: "restoreGo"
                primary: true
                text: qsTr("Restore")
                onClicked: {
                    question.close();
                    pane.versions.restore();
                }
            },
            NovaButton {
                text: qsTr("Cancel")
                onClicked: question.close()
            },
            Item {
                Layout.fillWidth: true
            }
        ]
    }
}
