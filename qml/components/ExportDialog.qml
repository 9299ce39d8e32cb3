import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import NovaSettings
import NovaSettings.ViewModels

// Servers of the catalog as another program reads them: for whom, which of them, and the text to copy or save.
NovaDialog {
    id: dialog

    required property ExportModel exporting

    function begin() {
        dialog.exporting.start();
        dialog.open();
    }

    title: qsTr("Export servers")
    preferredWidth: 720

    onOpened: formBox.forceActiveFocus(Qt.TabFocusReason)

    buttons: [
        NovaButton {
            objectName: "exportCopy"
            primary: true
            enabled: dialog.exporting.chosenCount > 0
            text: qsTr("Copy")
            onClicked: dialog.exporting.copy()
        },
        NovaButton {
            objectName: "exportClose"
            text: qsTr("Close")
            onClicked: dialog.close()
        },
        Item {
            Layout.fillWidth: true
        }
    ]

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.spaceM

        Text {
            text: qsTr("For")
            color: Theme.text
            font.pixelSize: Theme.fontBody
        }
        NovaComboBox {
            id: formBox
            objectName: "exportForm"
            name: qsTr("Program to export for")
            model: dialog.exporting.forms
            currentIndex: dialog.exporting.form
            onActivated: index => dialog.exporting.form = index
        }
        Text {
            objectName: "exportSummary"
            Layout.fillWidth: true
            text: dialog.exporting.summary
            color: Theme.textMuted
            font.pixelSize: Theme.fontBody
            horizontalAlignment: Text.AlignLeft
        }
    }
    GridView {
        id: grid

        readonly property int columns: Math.max(1, Math.floor(grid.width / 208))

        objectName: "exportList"
        Layout.fillWidth: true
        Layout.preferredHeight: Math.min(Math.ceil(grid.count / grid.columns), 3) * Theme.sizeControl
        visible: grid.count > 0
        model: dialog.exporting
        clip: true
        cellHeight: Theme.sizeControl
        cellWidth: Math.floor(grid.width / grid.columns)
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: NovaScrollBar {}

        Accessible.role: Accessible.List
        Accessible.name: qsTr("Servers to export")
        Accessible.description: qsTr("%1 in the list").arg(grid.count)

        delegate: ExportChoice {}
    }
    Rectangle {
        Layout.fillWidth: true
        Layout.preferredHeight: 152
        visible: dialog.exporting.problem.length === 0
        radius: Theme.radiusControl
        color: Theme.codeBackground
        border.width: 1
        border.color: Theme.border

        FocusRing {
            visible: code.activeFocus
        }
        Flickable {
            id: view
            anchors.fill: parent
            anchors.margins: Theme.spaceM
            contentWidth: width
            contentHeight: code.implicitHeight
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            ScrollBar.vertical: NovaScrollBar {}

            TextEdit {
                id: code
                objectName: "exportText"
                width: view.width
                text: dialog.exporting.text
                textFormat: TextEdit.PlainText
                readOnly: true
                selectByMouse: true
                activeFocusOnTab: true
                KeyNavigation.priority: KeyNavigation.BeforeItem
                color: Theme.text
                selectionColor: Theme.accent
                selectedTextColor: Theme.textOnAccent
                font.family: Theme.monospace
                font.pixelSize: Theme.fontSmall
                wrapMode: TextEdit.Wrap
                horizontalAlignment: TextEdit.AlignLeft
                LayoutMirroring.enabled: false
                Keys.onUpPressed: view.contentY = Math.max(0, view.contentY - 40)
                Keys.onDownPressed: view.contentY = Math.max(0, Math.min(view.contentHeight - view.height, view.contentY + 40))
                Accessible.role: Accessible.EditableText
                Accessible.readOnly: true
                Accessible.name: qsTr("What is exported")
            }
        }
    }
    Text {
        objectName: "exportNotes"
        Layout.fillWidth: true
        visible: text.length > 0
        text: dialog.exporting.problem.length > 0 ? dialog.exporting.problem : dialog.exporting.chosenCount === 0 ? qsTr("No server is chosen.") : dialog.exporting.notes
        textFormat: Text.PlainText
        color: dialog.exporting.problem.length > 0 ? Theme.failing : Theme.attention
        font.pixelSize: Theme.fontBody
        lineHeight: 1.2
        wrapMode: Text.Wrap
        horizontalAlignment: Text.AlignLeft
    }
    Text {
        Layout.fillWidth: true
        text: qsTr("%1 Nova does not write into the files of other programs: copy it there, or save it as a file of its own.").arg(dialog.exporting.destination)
        textFormat: Text.PlainText
        color: Theme.textMuted
        font.pixelSize: Theme.fontBody
        lineHeight: 1.2
        wrapMode: Text.Wrap
        horizontalAlignment: Text.AlignLeft
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.spaceS

        NovaTextField {
            id: pathField
            objectName: "exportPath"
            Layout.fillWidth: true
            name: qsTr("Path of the new file")
            placeholderText: qsTr("~/servers.json")
            onAccepted: dialog.exporting.save(pathField.text)
        }
        NovaButton {
            objectName: "exportSave"
            enabled: pathField.text.length > 0 && dialog.exporting.chosenCount > 0
            text: qsTr("Save")
            onClicked: dialog.exporting.save(pathField.text)
        }
    }
    Text {
        objectName: "exportResult"
        Layout.fillWidth: true
        visible: text.length > 0
        text: dialog.exporting.result
        textFormat: Text.PlainText
        color: dialog.exporting.failed ? Theme.failing : Theme.healthy
        font.pixelSize: Theme.fontBody
        wrapMode: Text.Wrap
        horizontalAlignment: Text.AlignLeft
        Accessible.role: Accessible.AlertMessage
        Accessible.name: text
    }
}
