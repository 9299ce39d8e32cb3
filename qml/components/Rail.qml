import QtQuick
import NovaSettings
import NovaSettings.Pictures
import NovaSettings.ViewModels

// The pages of the program, at the left. Becomes a strip of pictures where the window is narrow.
Rectangle {
    id: rail

    required property int current
    property bool compact: false
    required property int needing
    required property int healthMark
    required property ConnectionsModel connections

    signal chosen(int page)
    signal anotherNovaWanted

    implicitWidth: rail.compact ? 60 : Theme.sizeRail
    color: Theme.background

    Item {
        id: brand
        width: parent.width
        height: 64

        Glyph {
            id: mark
            anchors.left: parent.left
            anchors.leftMargin: rail.compact ? (parent.width - width) / 2 : Theme.spaceS + Theme.spaceM
            anchors.verticalCenter: parent.verticalCenter
            width: 20
            height: 20
            shape: Glyph.Nova
            color: Theme.accent
        }
        Text {
            anchors.verticalCenter: parent.verticalCenter
            anchors.left: mark.right
            anchors.leftMargin: Theme.spaceM - 2
            visible: !rail.compact
            text: qsTr("Nova")
            color: Theme.text
            font.pixelSize: Theme.fontLarge
            font.weight: Font.DemiBold
        }
    }
    ConnectionButton {
        id: connection
        objectName: "connectionButton"
        anchors.top: brand.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.spaceS
        anchors.rightMargin: Theme.spaceS
        connections: rail.connections
        compact: rail.compact
        onAnotherWanted: rail.anotherNovaWanted()
    }
    Column {
        anchors.top: connection.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.spaceS
        spacing: 2

        RailButton {
            objectName: "serversButton"
            width: parent.width
            text: qsTr("Servers")
            shape: Glyph.Servers
            current: rail.current === Main.Servers
            compact: rail.compact
            onClicked: rail.chosen(Main.Servers)
        }
        RailButton {
            objectName: "promptButton"
            width: parent.width
            text: qsTr("Prompt")
            shape: Glyph.Prompt
            current: rail.current === Main.Prompt
            compact: rail.compact
            onClicked: rail.chosen(Main.Prompt)
        }
        RailButton {
            objectName: "healthButton"
            width: parent.width
            text: qsTr("Health")
            shape: Glyph.Health
            current: rail.current === Main.Health
            compact: rail.compact
            needing: rail.needing
            mark: rail.healthMark
            onClicked: rail.chosen(Main.Health)
        }
        RailButton {
            objectName: "eventsButton"
            width: parent.width
            text: qsTr("Events")
            shape: Glyph.Events
            current: rail.current === Main.Events
            compact: rail.compact
            onClicked: rail.chosen(Main.Events)
        }
        RailButton {
            objectName: "configurationButton"
            width: parent.width
            text: qsTr("Configuration")
            shape: Glyph.Configuration
            current: rail.current === Main.Configuration
            compact: rail.compact
            onClicked: rail.chosen(Main.Configuration)
        }
    }
    RailButton {
        objectName: "settingsButton"
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.spaceS
        text: qsTr("Settings")
        shape: Glyph.Settings
        current: rail.current === Main.Settings
        compact: rail.compact
        onClicked: rail.chosen(Main.Settings)
    }
    Rectangle {
        anchors.right: parent.right
        width: 1
        height: parent.height
        color: Theme.border
    }
}
