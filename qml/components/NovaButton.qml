import QtQuick
import QtQuick.Controls.Basic
import NovaSettings

// Does something. The one that is meant to be pressed is filled.
AbstractButton {
    id: button

    property bool primary: false
    property bool small: false

    implicitHeight: button.small ? 28 : Theme.sizeControl
    implicitWidth: button.implicitContentWidth + 2 * (button.small ? 10 : Theme.spaceL)
    hoverEnabled: true
    font.pixelSize: button.small ? Theme.fontSmall : Theme.fontBody

    Accessible.role: Accessible.Button
    Accessible.name: button.text

    Keys.onReturnPressed: button.clicked()
    Keys.onEnterPressed: button.clicked()

    background: Rectangle {
        radius: Theme.radiusControl
        opacity: button.enabled ? 1 : 0.5
        color: {
            if (button.primary)
                return button.hovered ? Theme.accentHover : Theme.accent;
            return button.hovered || button.down ? Theme.surfaceHover : "transparent";
        }
        border.width: button.primary ? 0 : 1
        border.color: button.hovered ? Theme.borderStrong : Theme.border

        FocusRing {
            visible: button.visualFocus
            anchors.margins: -3
            radius: Theme.radiusControl + 3
        }
    }
    contentItem: Text {
        text: button.text
        textFormat: Text.PlainText
        opacity: button.enabled ? 1 : 0.6
        color: button.primary ? Theme.textOnAccent : Theme.text
        font: button.font
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        elide: Text.ElideRight
    }
}
