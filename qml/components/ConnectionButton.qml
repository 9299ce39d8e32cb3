import QtQuick
import QtQuick.Controls.Basic
import QtQml.Models
import NovaSettings
import NovaSettings.Pictures
import NovaSettings.ViewModels

// Which Nova the window shows, and a menu of the others.
AbstractButton {
    id: button

    required property ConnectionsModel connections
    property bool compact: false

    /// Somebody wants to see one that is not on the list.
    signal anotherWanted

    implicitHeight: 36
    hoverEnabled: true
    text: button.connections.currentName

    Accessible.role: Accessible.ButtonMenu
    Accessible.name: qsTr("Shown: %1").arg(button.text)
    Accessible.description: button.connections.words

    onClicked: menu.popup(button, 0, button.height + 2)
    Keys.onReturnPressed: button.clicked()
    Keys.onEnterPressed: button.clicked()
    Keys.onDownPressed: button.clicked()

    background: Rectangle {
        radius: Theme.radiusControl
        color: button.hovered ? Theme.surfaceHover : "transparent"
        border.color: Theme.border

        FocusRing {
            visible: button.visualFocus
        }
    }
    Item {
        anchors.fill: parent

        Glyph {
            anchors.left: parent.left
            anchors.leftMargin: button.compact ? (parent.width - width) / 2 : Theme.spaceM
            anchors.verticalCenter: parent.verticalCenter
            width: 18
            height: 18
            shape: Glyph.Remote
            color: button.connections.remote ? Theme.accent : Theme.textMuted
        }
        StatusMark {
            anchors.right: parent.right
            anchors.rightMargin: 2
            y: 4
            visible: button.compact && !button.connections.up
            width: 12
            height: 12
            status: button.connections.mark
        }
        Text {
            anchors.left: parent.left
            anchors.leftMargin: 2 * Theme.spaceM + 18
            anchors.right: tail.left
            anchors.rightMargin: Theme.spaceXs
            anchors.verticalCenter: parent.verticalCenter
            visible: !button.compact
            text: button.text
            textFormat: Text.PlainText
            color: Theme.text
            font.pixelSize: Theme.fontBody
            horizontalAlignment: Text.AlignLeft
            elide: Text.ElideRight
        }
        Row {
            id: tail
            anchors.right: parent.right
            anchors.rightMargin: Theme.spaceM
            anchors.verticalCenter: parent.verticalCenter
            visible: !button.compact
            spacing: 6

            StatusMark {
                anchors.verticalCenter: parent.verticalCenter
                visible: button.connections.remote
                width: 12
                height: 12
                status: button.connections.mark
            }
            Glyph {
                anchors.verticalCenter: parent.verticalCenter
                width: 12
                height: 12
                shape: Glyph.ChevronDown
                color: Theme.textMuted
            }
        }
    }

    NovaMenu {
        id: menu
        objectName: "connectionMenu"

        Instantiator {
            model: button.connections
            delegate: ConnectionEntry {}
            onObjectAdded: (place, object) => {
                const entry = object as ConnectionEntry;
                // The list, and with it this entry, may go with what it starts.
                entry.chosen.connect(address => Qt.callLater(() => button.connections.use(address)));
                menu.insertItem(place, entry);
            }
            onObjectRemoved: (place, object) => menu.removeItem(object as Item)
        }
        MenuSeparator {}
        NovaMenuItem {
            objectName: "connectToAnother"
            text: qsTr("Another Nova…")
            onTriggered: button.anotherWanted()
        }
        NovaMenuItem {
            visible: button.connections.remote
            height: visible ? implicitHeight : 0
            severe: true
            text: qsTr("Forget %1").arg(button.connections.currentName)
            onTriggered: button.connections.forget(button.connections.currentAddress)
        }
    }
    NovaToolTip {
        visible: button.hovered && (button.compact || button.connections.remote) && !menu.visible
        text: button.connections.remote ? qsTr("%1, %2").arg(button.connections.currentAddress).arg(button.connections.words) : button.text
    }
}
