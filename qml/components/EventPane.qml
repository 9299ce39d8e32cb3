import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import NovaSettings
import NovaSettings.Pictures
import NovaSettings.ViewModels

// Everything about one event, beside the list.
FocusScope {
    id: pane

    required property EventDetails details

    signal copyWanted
    signal closed

    objectName: "eventPane"
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Details of the event")

    Keys.onEscapePressed: pane.closed()
    Keys.onPressed: event => {
        if (event.key !== Qt.Key_C || event.modifiers !== Qt.NoModifier)
            return;
        pane.copyWanted();
        event.accepted = true;
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }
    Rectangle {
        anchors.left: parent.left
        width: 1
        height: parent.height
        color: Theme.border
    }
    Flickable {
        id: scroll
        anchors.fill: parent
        anchors.leftMargin: 1
        contentHeight: content.implicitHeight + 2 * Theme.spaceL
        clip: true
        focus: true
        activeFocusOnTab: true
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: NovaScrollBar {}

        Accessible.role: Accessible.Document
        Accessible.name: qsTr("What is known of the event")

        Keys.onUpPressed: scroll.contentY = Math.max(0, scroll.contentY - 48)
        Keys.onDownPressed: scroll.contentY = Math.max(0, Math.min(scroll.contentHeight - scroll.height, scroll.contentY + 48))

        ColumnLayout {
            id: content
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.leftMargin: Theme.spaceXl
            anchors.rightMargin: Theme.spaceXl
            y: Theme.spaceL
            spacing: Theme.spaceM

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.spaceS

                Text {
                    Layout.fillWidth: true
                    text: pane.details.kind
                    textFormat: Text.PlainText
                    horizontalAlignment: Text.AlignLeft
                    color: Theme.text
                    font.pixelSize: Theme.fontTitle
                    font.weight: Font.DemiBold
                    elide: Text.ElideRight
                    Accessible.role: Accessible.Heading
                    Accessible.name: text
                }
                GlyphButton {
                    objectName: "closeEvent"
                    shape: Glyph.Cross
                    text: qsTr("Close the details")
                    onClicked: pane.closed()
                }
            }
            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.spaceS

                StatusMark {
                    Layout.alignment: Qt.AlignTop
                    Layout.topMargin: 2
                    status: pane.details.mark
                }
                Text {
                    objectName: "eventWords"
                    Layout.fillWidth: true
                    text: pane.details.sentence
                    textFormat: Text.PlainText
                    horizontalAlignment: Text.AlignLeft
                    color: Theme.text
                    font.pixelSize: Theme.fontBody
                    font.weight: Font.DemiBold
                    wrapMode: Text.Wrap
                }
            }
            Column {
                Layout.fillWidth: true
                spacing: 6

                Fact {
                    width: parent.width
                    label: qsTr("When")
                    value: pane.details.ago
                }
                Fact {
                    width: parent.width
                    label: qsTr("Exactly")
                    value: pane.details.exactly
                }
                Fact {
                    width: parent.width
                    label: qsTr("Told by")
                    value: pane.details.source
                }
                Fact {
                    width: parent.width
                    label: qsTr("Number")
                    value: pane.details.number
                }
                Fact {
                    width: parent.width
                    label: qsTr("Id")
                    value: pane.details.id
                }
                Repeater {
                    model: pane.details

                    Fact {
                        width: parent ? parent.width : 0
                    }
                }
            }
            RowLayout {
                Layout.fillWidth: true
                Layout.topMargin: Theme.spaceS
                spacing: Theme.spaceM

                Text {
                    Layout.fillWidth: true
                    text: qsTr("As JSON")
                    horizontalAlignment: Text.AlignLeft
                    color: Theme.text
                    font.pixelSize: Theme.fontBody
                    font.weight: Font.DemiBold
                    Accessible.role: Accessible.Heading
                    Accessible.name: text
                }
                NovaButton {
                    objectName: "copyEvent"
                    small: true
                    text: qsTr("Copy")
                    onClicked: pane.copyWanted()
                }
            }
            Rectangle {
                Layout.fillWidth: true
                Layout.preferredHeight: code.implicitHeight + 2 * Theme.spaceM
                radius: Theme.radiusControl
                color: Theme.codeBackground

                TextEdit {
                    id: code
                    objectName: "eventJson"
                    anchors.left: parent.left
                    anchors.right: parent.right
                    anchors.top: parent.top
                    anchors.margins: Theme.spaceM
                    // Not laid out while nobody sees it.
                    text: pane.visible ? pane.details.json : ""
                    textFormat: TextEdit.PlainText
                    readOnly: true
                    selectByMouse: true
                    activeFocusOnPress: true
                    wrapMode: TextEdit.WrapAnywhere
                    // It is code in every language.
                    LayoutMirroring.enabled: false
                    horizontalAlignment: TextEdit.AlignLeft
                    color: Theme.text
                    selectionColor: Theme.accent
                    selectedTextColor: Theme.textOnAccent
                    font.family: Theme.monospace
                    font.pixelSize: Theme.fontSmall
                    Accessible.role: Accessible.StaticText
                    Accessible.name: qsTr("The event as JSON")
                }
            }
            Text {
                Layout.fillWidth: true
                visible: pane.details.shortened
                text: qsTr("This is the beginning. Copy takes all of it.")
                horizontalAlignment: Text.AlignLeft
                color: Theme.textMuted
                font.pixelSize: Theme.fontSmall
                wrapMode: Text.Wrap
            }
        }
    }
    Connections {
        target: pane.details

        function onChanged() {
            scroll.contentY = 0;
        }
    }
    FocusRing {
        radius: 0
        visible: scroll.activeFocus
    }
}
