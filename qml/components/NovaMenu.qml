import QtQuick
import QtQuick.Controls.Basic
import NovaSettings

// What can be done with one thing.
Menu {
    id: menu

    implicitWidth: 208
    padding: Theme.spaceXs
    delegate: NovaMenuItem {}

    background: Rectangle {
        implicitWidth: 208
        color: Theme.surfaceRaised
        border.color: Theme.border
        radius: Theme.radiusControl
    }
}
