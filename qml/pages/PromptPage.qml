import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import NovaSettings
import NovaSettings.ViewModels

// The prompt, for reading: its text as rich text in a comfortable measure, and what is known about the file.
FocusScope {
    id: page

    required property PromptModel prompt
    required property TextDraft draft
    required property VersionsModel versions

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        PageHeader {
            Layout.fillWidth: true
            title: qsTr("Prompt")
            detail: page.prompt.hasText ? page.prompt.summary : ""

            Column {
                anchors.verticalCenter: parent.verticalCenter
                spacing: 2

                Text {
                    id: when
                    anchors.right: parent.right
                    text: page.prompt.changedAgo
                    color: Theme.textMuted
                    font.pixelSize: Theme.fontSmall

                    HoverHandler {
                        id: whenHover
                    }
                    NovaToolTip {
                        visible: whenHover.hovered && page.prompt.changedAgo.length > 0
                        text: page.prompt.changedAt
                    }
                }
                Text {
                    objectName: "promptNote"
                    anchors.right: parent.right
                    visible: text.length > 0
                    text: page.prompt.note
                    color: Theme.textMuted
                    font.pixelSize: Theme.fontSmall
                }
            }
        }
        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true

            ListView {
                id: pieces
                objectName: "promptText"
                anchors.fill: parent
                focus: true
                activeFocusOnTab: true
                clip: true
                visible: page.prompt.hasText
                model: page.prompt
                cacheBuffer: 800
                boundsBehavior: Flickable.StopAtBounds
                highlightFollowsCurrentItem: false
                keyNavigationEnabled: false
                ScrollBar.vertical: NovaScrollBar {}

                function scrollBy(distance: real) {
                    const top = pieces.originY;
                    const bottom = Math.max(top, top + pieces.contentHeight - pieces.height);
                    pieces.contentY = Math.max(top, Math.min(bottom, pieces.contentY + distance));
                }

                Accessible.role: Accessible.Document
                Accessible.name: qsTr("System prompt")

                Keys.onPressed: event => {
                    switch (event.key) {
                    case Qt.Key_J:
                    case Qt.Key_Down:
                        pieces.scrollBy(48);
                        break;
                    case Qt.Key_K:
                    case Qt.Key_Up:
                        pieces.scrollBy(-48);
                        break;
                    case Qt.Key_Space:
                    case Qt.Key_PageDown:
                        pieces.scrollBy(pieces.height - 48);
                        break;
                    case Qt.Key_PageUp:
                        pieces.scrollBy(48 - pieces.height);
                        break;
                    case Qt.Key_Home:
                        pieces.positionViewAtBeginning();
                        break;
                    case Qt.Key_End:
                        pieces.positionViewAtEnd();
                        break;
                    default:
                        return;
                    }
                    event.accepted = true;
                }

                header: Item {
                    width: 1
                    height: Theme.spaceXl
                }
                footer: Item {
                    width: 1
                    height: Theme.spaceXxl
                }
                delegate: PromptPiece {
                    width: ListView.view.width
                }
            }
            EmptyState {
                anchors.centerIn: parent
                visible: !page.prompt.hasText
                title: page.prompt.revision.length > 0 ? qsTr("The prompt is empty") : qsTr("There is no prompt to show")
                message: qsTr("Write it in %1 with any editor. Every save shows here at once.").arg(page.prompt.path)
            }
            Rectangle {
                id: flash
                anchors.fill: parent
                anchors.margins: 1
                color: "transparent"
                border.color: Theme.accent
                border.width: 2
                opacity: 0

                NumberAnimation {
                    id: pulse
                    target: flash
                    property: "opacity"
                    from: 1
                    to: 0
                    duration: Theme.motionPulse
                }
            }
        }
    }
    Connections {
        target: page.prompt

        function onNoteChanged() {
            if (page.prompt.note.length > 0 && page.visible && !Theme.reducedMotion)
                pulse.restart();
        }
    }
}
