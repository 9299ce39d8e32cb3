import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import NovaSettings
import NovaSettings.ViewModels

// Nova's own settings: what is written here is a draft until it is applied, all of it at once.
FocusScope {
    id: page

    required property SettingsModel settings
    /// What has the keyboard.
    readonly property Item focused: page.Window.activeFocusItem

    /// It takes a moment to make all the rows: that is done when somebody looks, once.
    function fill() {
        if (page.visible && rows.status === Loader.Null)
            rows.setSource("../components/SettingsList.qml", { "settings": page.settings });
    }

    onVisibleChanged: page.fill()
    Component.onCompleted: page.fill()
    onFocusedChanged: {
        for (let item = page.focused; item; item = item.parent) {
            if (item === rows)
                return scroll.reveal(page.focused);
        }
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        PageHeader {
            Layout.fillWidth: true
            title: qsTr("Settings")
            detail: page.settings.filePath

            NovaTextField {
                id: filter
                objectName: "settingsFilter"
                focus: true
                implicitWidth: 208
                name: qsTr("Find a setting")
                placeholderText: qsTr("Find a setting")
                onEdited: text => page.settings.filter = text
                Keys.onEscapePressed: event => {
                    event.accepted = filter.text.length > 0;
                    filter.text = "";
                    page.settings.filter = "";
                }
            }
        }
        Rectangle {
            objectName: "fileProblem"
            Layout.fillWidth: true
            visible: page.settings.fileProblem.length > 0
            implicitHeight: problemRow.implicitHeight + 2 * Theme.spaceM
            color: Theme.failingSubtle

            Accessible.role: Accessible.AlertMessage
            Accessible.name: page.settings.fileProblem

            RowLayout {
                id: problemRow
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                anchors.leftMargin: Theme.spaceXl
                anchors.rightMargin: Theme.spaceXl
                spacing: Theme.spaceM

                StatusMark {
                    status: StatusModel.Failing
                }
                Text {
                    Layout.fillWidth: true
                    text: page.settings.fileProblem
                    textFormat: Text.PlainText
                    color: Theme.text
                    font.pixelSize: Theme.fontBody
                    horizontalAlignment: Text.AlignLeft
                    wrapMode: Text.Wrap
                }
            }
        }
        Flickable {
            id: scroll
            objectName: "settingsScroll"
            Layout.fillWidth: true
            Layout.fillHeight: true
            contentWidth: scroll.width
            contentHeight: rows.height
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            ScrollBar.vertical: NovaScrollBar {}

            function scrollBy(distance: real) {
                const bottom = Math.max(0, scroll.contentHeight - scroll.height);
                scroll.contentY = Math.max(0, Math.min(bottom, scroll.contentY + distance));
            }

            /// Brings a row into view; for whoever moves the keyboard there.
            function reveal(item: Item) {
                const top = item.mapToItem(rows, 0, 0).y - Theme.spaceL;
                const below = top + item.height + 2 * Theme.spaceL;
                if (top < scroll.contentY)
                    scroll.contentY = Math.max(0, top);
                else if (below > scroll.contentY + scroll.height)
                    scroll.contentY = below - scroll.height;
            }

            Loader {
                id: rows
                width: scroll.width
            }
        }
        SettingsBar {
            Layout.fillWidth: true
            settings: page.settings
        }
    }
    Toast {
        id: toast
        objectName: "settingsToast"
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.spaceXl + (page.settings.changeCount > 0 ? 56 : 0)
        onActionTriggered: page.settings.undo()
    }
    Connections {
        target: page.settings

        function onSaid(message: string, undoable: bool) {
            toast.show(message, undoable ? qsTr("Undo") : "");
        }

        function onComplained(message: string) {
            toast.complain(message);
        }

        function onAttentionWanted(row: int) {
            filter.text = "";
            page.settings.filter = "";
            const item = (rows.item as SettingsList).takeFocus(row);
            Qt.callLater(() => scroll.reveal(item)); // With what is said of it below.
        }
    }
    Keys.onPressed: event => {
        if (event.key === Qt.Key_PageDown)
            scroll.scrollBy(scroll.height - 48);
        else if (event.key === Qt.Key_PageUp)
            scroll.scrollBy(48 - scroll.height);
        else
            return;
        event.accepted = true;
    }
    Shortcut {
        sequence: "Ctrl+S"
        enabled: page.visible && page.settings.changeCount > 0
        onActivated: page.settings.apply()
    }
    Shortcut {
        sequence: "Ctrl+F"
        enabled: page.visible
        onActivated: filter.forceActiveFocus()
    }
}
