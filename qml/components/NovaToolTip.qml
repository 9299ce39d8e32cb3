import QtQuick
import QtQuick.Controls.Basic
import NovaSettings

// More words for what the pointer rests on.
ToolTip {
    id: tip

    delay: 500
    padding: Theme.spaceS
    font.pixelSize: Theme.fontSmall

    contentItem: Text {
        text: tip.text
        font: tip.font
        color: Theme.text
        wrapMode: Text.WrapAnywhere
    }
    background: Rectangle {
        color: Theme.surfaceRaised
        border.color: Theme.border
        radius: Theme.radiusControl
    }
}
