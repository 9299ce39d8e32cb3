import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import NovaSettings
import NovaSettings.ViewModels

// The prompt: for reading, as rich text in a comfortable measure; for editing, with what it will look like beside it; and
// its earlier texts.
FocusScope {
    id: page

    required property PromptModel prompt
    required property TextDraft draft
    required property VersionsModel versions

    enum Mode { Read, Edit, Versions }
    property int mode: PromptPage.Read
    readonly property bool wide: page.width >= 760

    function show(mode: int) {
        page.mode = mode;
        views.children[mode].forceActiveFocus(Qt.ShortcutFocusReason);
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        PageHeader {
            Layout.fillWidth: true
            title: qsTr("Prompt")
            detail: page.draft.loaded && (page.mode !== PromptPage.Edit || page.width > 640) ? page.draft.counts : ""

            Column {
                anchors.verticalCenter: parent.verticalCenter
                visible: page.mode === PromptPage.Read && page.width > 600
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
            ModeSwitch {
                name: qsTr("What is shown of the prompt")
                labels: [qsTr("Read"), page.draft.dirty ? qsTr("Edit •") : qsTr("Edit"), qsTr("Versions")]
                current: page.mode
                onChosen: mode => page.show(mode)
            }
            DraftActions {
                visible: page.mode === PromptPage.Edit
                tight: page.width < 560
                draft: page.draft
            }
        }
        StackLayout {
            id: views
            Layout.fillWidth: true
            Layout.fillHeight: true
            currentIndex: page.mode

            FocusScope {
                focus: page.mode === PromptPage.Read

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
                    title: page.prompt.path.length === 0 ? qsTr("The prompt is not here yet") : page.prompt.revision.length > 0 ? qsTr("The prompt is empty") : qsTr("There is no prompt to show")
                    message: page.prompt.path.length === 0 ? qsTr("It shows as soon as the connection is there.") : qsTr("Write it in %1 with any editor. Every save shows here at once.").arg(page.prompt.path)
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
            FocusScope {
                focus: page.mode === PromptPage.Edit

                RowLayout {
                    anchors.fill: parent
                    spacing: 0

                    DraftEditor {
                        id: work
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        Layout.preferredWidth: 1
                        focus: true
                        draft: page.draft
                        name: qsTr("Text of the prompt")
                        wraps: true
                    }
                    Rectangle {
                        Layout.fillHeight: true
                        visible: preview.visible
                        implicitWidth: 1
                        color: Theme.border
                    }
                    ListView {
                        id: preview
                        objectName: "promptPreview"
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        Layout.preferredWidth: 1
                        visible: page.wide && !work.comparing
                        activeFocusOnTab: true
                        clip: true
                        boundsBehavior: Flickable.StopAtBounds
                        highlightFollowsCurrentItem: false
                        keyNavigationEnabled: false
                        ScrollBar.vertical: NovaScrollBar {}
                        // Nothing is made for nobody.
                        model: PreviewModel {
                            draft: page.visible && page.mode === PromptPage.Edit && page.wide ? page.draft : null
                        }

                        Accessible.role: Accessible.Document
                        Accessible.name: qsTr("How the prompt will look")

                        function scrollBy(distance: real) {
                            const top = preview.originY;
                            preview.contentY = Math.max(top, Math.min(preview.contentY + distance, top + preview.contentHeight - preview.height));
                        }

                        Keys.onDownPressed: preview.scrollBy(48)
                        Keys.onUpPressed: preview.scrollBy(-48)

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
                        FocusRing {
                            radius: 0
                            visible: preview.activeFocus
                        }
                    }
                }
            }
            VersionsPane {
                focus: page.mode === PromptPage.Versions
                versions: page.versions
                subject: qsTr("The prompt")
                hasDraft: page.draft.dirty
            }
        }
    }
    DraftToast {
        draft: page.draft
        versions: page.versions
        savedWords: qsTr("The prompt is saved.")
    }
    Binding {
        target: page.versions
        property: "active"
        value: page.visible && page.mode === PromptPage.Versions
    }
    Shortcut {
        enabled: page.visible
        sequence: "Ctrl+E"
        onActivated: page.show(page.mode === PromptPage.Edit ? PromptPage.Read : PromptPage.Edit)
    }
    Shortcut {
        enabled: page.visible
        sequence: "Ctrl+S"
        onActivated: page.draft.save()
    }
    Shortcut {
        enabled: page.visible
        sequence: "Ctrl+F"
        onActivated: {
            page.show(PromptPage.Edit);
            work.openFind();
        }
    }
    Shortcut {
        enabled: page.visible && page.mode === PromptPage.Edit
        sequence: "F3"
        onActivated: work.findNext(false)
    }
    Shortcut {
        enabled: page.visible && page.mode === PromptPage.Edit
        sequence: "Shift+F3"
        onActivated: work.findNext(true)
    }
    Shortcut {
        enabled: page.visible && page.mode === PromptPage.Edit
        sequence: "F8"
        onActivated: work.nextFinding()
    }
    Connections {
        target: page.prompt

        function onNoteChanged() {
            if (page.prompt.note.length > 0 && page.visible && !Theme.reducedMotion)
                pulse.restart();
        }
    }
}
