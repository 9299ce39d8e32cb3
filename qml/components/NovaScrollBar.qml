import QtQuick
import QtQuick.Controls.Basic
import NovaSettings

// A thin bar that is there while there is something to scroll.
ScrollBar {
    id: bar

    policy: size < 1.0 ? ScrollBar.AlwaysOn : ScrollBar.AlwaysOff
    padding: 3
    minimumSize: 0.06

    contentItem: Rectangle {
        implicitWidth: 6
        implicitHeight: 6
        radius: 3
        color: bar.pressed || bar.hovered ? Theme.borderStrong : Theme.border
    }
    background: null
}
