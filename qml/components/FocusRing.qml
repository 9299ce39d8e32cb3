import QtQuick
import NovaSettings

// Where the keyboard is: a ring around the item that has it, in every control the same.
Rectangle {
    anchors.fill: parent
    color: "transparent"
    border.color: Theme.focus
    border.width: 2
    radius: Theme.radiusControl
}
