import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import NovaSettings
import NovaSettings.ViewModels

// Servers from another program: where from, then what each would become, then how the adding went.
NovaDialog {
    id: dialog

    required property ImportModel importing
    readonly property bool before: dialog.importing.phase === ImportModel.Choosing || dialog.importing.phase === ImportModel.Reading
    readonly property bool adding: dialog.importing.phase === ImportModel.Adding

    function begin() {
        // What is being added is not left for another list; it is shown again.
        if (!dialog.adding)
            dialog.importing.start();
        dialog.open();
    }

    function showText(text: string) {
        dialog.begin();
        sources.pasted = text;
        dialog.importing.readText(text);
    }

    function showFile(path: string) {
        dialog.begin();
        dialog.importing.readFile(path);
    }

    function focusFirst() {
        if (!dialog.opened)
            return;
        if (dialog.before)
            sources.focusFirst();
        else
            (addButton.visible && addButton.enabled ? addButton : closeButton).forceActiveFocus(Qt.TabFocusReason);
    }

    title: dialog.before ? qsTr("Import servers") : qsTr("Import from %1").arg(dialog.importing.source)
    preferredWidth: 720

    onOpened: dialog.focusFirst()
    onBeforeChanged: settled.restart()

    buttons: [
        NovaButton {
            id: addButton
            objectName: "importAdd"
            visible: !dialog.before && dialog.importing.phase !== ImportModel.Done
            primary: true
            enabled: dialog.importing.canAdd
            text: dialog.importing.addWords
            onClicked: dialog.importing.add()
        },
        NovaButton {
            id: closeButton
            objectName: "importClose"
            text: dialog.before || (dialog.importing.chosenCount > 0 && !dialog.adding) ? qsTr("Cancel") : qsTr("Close")
            onClicked: dialog.close()
        },
        NovaButton {
            objectName: "importUndo"
            visible: dialog.importing.canUndo
            text: qsTr("Undo")
            onClicked: dialog.importing.undo()
        },
        Item {
            Layout.fillWidth: true
        },
        NovaButton {
            objectName: "importBack"
            visible: !dialog.before && !dialog.adding
            text: qsTr("Another source")
            onClicked: dialog.importing.start()
        }
    ]

    Timer {
        id: settled
        // When everything shows what it has to.
        interval: 0
        onTriggered: dialog.focusFirst()
    }
    ImportSources {
        id: sources
        Layout.fillWidth: true
        visible: dialog.before
        importing: dialog.importing
    }
    Text {
        objectName: "importSummary"
        Layout.fillWidth: true
        visible: !dialog.before
        text: dialog.importing.summary.length > 0 ? dialog.importing.summary : qsTr("The list is empty.")
        color: Theme.textMuted
        font.pixelSize: Theme.fontBody
        horizontalAlignment: Text.AlignLeft
    }
    ListView {
        id: list
        objectName: "importList"
        Layout.fillWidth: true
        Layout.preferredHeight: Math.max(72, Math.min(list.contentHeight, 360))
        visible: !dialog.before && list.count > 0
        model: dialog.importing
        clip: true
        cacheBuffer: 400
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: NovaScrollBar {}

        Accessible.role: Accessible.List
        Accessible.name: qsTr("Servers that were read")
        Accessible.description: qsTr("%1 in the list").arg(list.count)

        enabled: !dialog.adding
        delegate: ImportRow {
            width: ListView.view.width
        }
    }
    Text {
        objectName: "importResult"
        Layout.fillWidth: true
        visible: text.length > 0
        text: dialog.before ? "" : dialog.importing.result.length > 0 ? dialog.importing.result : dialog.importing.obstacle
        textFormat: Text.PlainText
        color: dialog.importing.failed || dialog.importing.result.length === 0 ? Theme.failing : Theme.text
        font.pixelSize: Theme.fontBody
        wrapMode: Text.Wrap
        horizontalAlignment: Text.AlignLeft
        Accessible.role: Accessible.AlertMessage
        Accessible.name: text
    }
}
