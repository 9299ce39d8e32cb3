import QtQuick
import QtQuick.Controls.Basic
import NovaSettings
import NovaSettings.Pictures

// A button that is a picture alone; its words are the tool tip and what a screen reader says.
AbstractButton {
    id: button

    required property int shape
    property color color: Theme.textMuted
    property int pictureSize: 16

    implicitWidth: Theme.sizeControl
    implicitHeight: Theme.sizeControl
    hoverEnabled: true

    Accessible.role: Accessible.Button
    Accessible.name: button.text

    Keys.onReturnPressed: button.clicked()
    Keys.onEnterPressed: button.clicked()

    background: Rectangle {
        radius: Theme.radiusControl
        color: button.hovered || button.down ? Theme.surfaceHover : "transparent"

        FocusRing {
            visible: button.visualFocus
        }
    }
    contentItem: Item {
        Glyph {
            anchors.centerIn: parent
            width: button.pictureSize
            height: button.pictureSize
            opacity: button.enabled ? 1 : 0.5
            shape: button.shape
            color: button.hovered ? Theme.text : button.color
            // Back is where the text begins.
            transform: Scale {
                origin.x: button.pictureSize / 2
                xScale: button.mirrored && button.shape === Glyph.Undo ? -1 : 1
            }
        }
    }
    NovaToolTip {
        visible: button.hovered && button.text.length > 0
        text: button.text
    }
}
