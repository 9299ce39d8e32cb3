import QtQuick
import QtQuick.Controls.Basic
import NovaSettings
import NovaSettings.Pictures

// One page in the rail.
AbstractButton {
    id: button

    required property int shape
    property bool current: false
    /// No room for words: they become the tool tip.
    property bool compact: false

    implicitHeight: 36
    hoverEnabled: true

    Accessible.role: Accessible.PageTab
    Accessible.name: button.text
    Accessible.selected: button.current

    background: Rectangle {
        radius: Theme.radiusControl
        color: button.current ? Theme.surfaceSelected : (button.hovered ? Theme.surfaceHover : "transparent")

        FocusRing {
            visible: button.visualFocus
        }
    }
    contentItem: Item {
        Glyph {
            x: button.compact ? (parent.width - width) / 2 : Theme.spaceM
            anchors.verticalCenter: parent.verticalCenter
            width: 18
            height: 18
            shape: button.shape
            color: button.current ? Theme.accent : Theme.textMuted
        }
        Text {
            anchors.verticalCenter: parent.verticalCenter
            x: 2 * Theme.spaceM + 18
            visible: !button.compact
            text: button.text
            color: button.current ? Theme.accent : Theme.text
            font.pixelSize: Theme.fontBody
            font.weight: button.current ? Font.DemiBold : Font.Normal
        }
    }

    NovaToolTip {
        visible: button.compact && button.hovered
        text: button.text
        x: button.width + Theme.spaceXs
        y: (button.height - height) / 2
    }
}
