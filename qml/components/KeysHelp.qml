import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import NovaSettings

// The keys of the window, on "?".
Popup {
    id: help

    /// Room for two columns beside each other.
    readonly property bool wide: help.parent !== null && help.parent.width > 820

    anchors.centerIn: parent
    modal: true
    focus: true
    padding: Theme.spaceXl

    background: Rectangle {
        color: Theme.surfaceRaised
        border.color: Theme.border
        radius: Theme.radiusControl
    }
    contentItem: ColumnLayout {
        objectName: "keysHelp"
        spacing: Theme.spaceM

        Text {
            text: qsTr("Keys")
            color: Theme.text
            font.pixelSize: Theme.fontLarge
            font.weight: Font.DemiBold
        }
        GridLayout {
            columns: help.wide ? 4 : 2
            columnSpacing: Theme.spaceXl
            rowSpacing: Theme.spaceS

            Repeater {
                model: [
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
                    qsTr("p  c"), qsTr("pause the events, copy one as JSON"),
                    qsTr("Ctrl+E"), qsTr("read or edit the prompt"),
                    qsTr("Ctrl+S"), qsTr("save what was edited, apply settings"),
                    qsTr("Ctrl+F  F3"), qsTr("find, and the next place"),
                    qsTr("F8"), qsTr("the next mistake"),
                    qsTr("Ctrl+Shift+V"), qsTr("validate the configuration"),
                    qsTr("Ctrl+1 … Ctrl+6"), qsTr("the pages, from Servers to Settings"),
                    qsTr("Ctrl+W"), qsTr("close the window"),
                    qsTr("Ctrl+Q"), qsTr("end Nova Settings")
                ]

                Text {
                    required property int index
                    required property string modelData

                    text: modelData
                    color: index % 2 ? Theme.text : Theme.textMuted
                    font.pixelSize: Theme.fontBody
                    font.weight: index % 2 ? Font.Normal : Font.DemiBold
                }
            }
        }
    }
}
