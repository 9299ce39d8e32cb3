import QtQuick
import QtQuick.Layouts
import NovaSettings

// The keys of the window, on "?".
NovaDialog {
    id: help

    /// Room for two columns beside each other.
    readonly property bool wide: help.parent !== null && help.parent.width > 1000
    /// A key and what it does, by turns.
    readonly property var keys: [
        qsTr("/"), qsTr("filter the servers or the events"),
        qsTr("j  k  ↓  ↑"), qsTr("through the list"),
        qsTr("Space"), qsTr("switch on or off"),
        qsTr("Enter"), qsTr("open the details, Escape closes them"),
        qsTr("r"), qsTr("check the server now"),
        qsTr("Shift+R"), qsTr("restart its service"),
        qsTr("a  e  d"), qsTr("add, edit, duplicate a server"),
        qsTr("Delete"), qsTr("remove it; Ctrl+Z brings it back"),
        qsTr("Alt+↑  Alt+↓"), qsTr("move it in the file"),
        qsTr("Ctrl+I  Ctrl+Shift+E"), qsTr("import and export servers"),
        qsTr("Ctrl+V"), qsTr("import what was copied elsewhere"),
        qsTr("p  c  Shift+C"), qsTr("pause the events, copy one or all"),
        qsTr("Ctrl+E"), qsTr("read or edit the prompt"),
        qsTr("Ctrl+S"), qsTr("save what was edited, apply settings"),
        qsTr("Ctrl+F  F3"), qsTr("find, and the next place"),
        qsTr("F8"), qsTr("the next mistake"),
        qsTr("Ctrl+Shift+V"), qsTr("validate the configuration"),
        qsTr("Escape, Tab"), qsTr("leave a text that is edited"),
        qsTr("Ctrl+1 … Ctrl+6"), qsTr("the pages, from Servers to Settings"),
        qsTr("?"), qsTr("this list"),
        qsTr("Ctrl+W"), qsTr("close the window"),
        qsTr("Ctrl+Q"), qsTr("end Nova Settings")
    ]

    title: qsTr("Keys")
    preferredWidth: help.wide ? 972 : 520
    onOpened: closeButton.forceActiveFocus(Qt.PopupFocusReason)

    GridLayout {
        readonly property var keys: help.keys

        objectName: "keysHelp"
        Layout.fillWidth: true
        columns: help.wide ? 4 : 2
        columnSpacing: Theme.spaceXl
        rowSpacing: Theme.spaceS

        Repeater {
            model: help.keys

            Text {
                id: word

                required property int index
                required property string modelData
                readonly property bool isKey: word.index % 2 === 0
                readonly property var host: word.parent

                Layout.fillWidth: !word.isKey
                Layout.alignment: Qt.AlignTop
                text: word.modelData
                textFormat: Text.PlainText
                color: word.isKey ? Theme.textMuted : Theme.text
                font.pixelSize: Theme.fontBody
                font.weight: word.isKey ? Font.DemiBold : Font.Normal
                horizontalAlignment: Text.AlignLeft
                wrapMode: word.isKey ? Text.NoWrap : Text.Wrap

                // A key is told with what it does.
                Accessible.role: Accessible.StaticText
                Accessible.ignored: word.isKey
                Accessible.name: word.isKey || !word.host ? "" : qsTr("%1: %2").arg(word.host.keys[word.index - 1]).arg(word.modelData)
            }
        }
    }

    buttons: [
        NovaButton {
            id: closeButton
            objectName: "keysClose"
            text: qsTr("Close")
            onClicked: help.close()
        },
        Item {
            Layout.fillWidth: true
        }
    ]
}
