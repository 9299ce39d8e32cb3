import QtQuick
import QtQuick.Controls.Basic
import NovaSettings
import NovaSettings.Pictures

// Chosen or not.
CheckBox {
    id: box

    implicitHeight: Theme.sizeControl
    hoverEnabled: true
    padding: 0
    spacing: Theme.spaceS
    font.pixelSize: Theme.fontBody

    Accessible.role: Accessible.CheckBox
    Accessible.name: box.text

    indicator: Rectangle {
        x: box.mirrored ? box.width - width : 0
        y: (box.height - height) / 2
        width: 18
        height: 18
        radius: 4
        opacity: box.enabled ? 1 : 0.5
        color: box.checked ? Theme.accent : Theme.surface
        border.width: box.checked ? 0 : 1
        border.color: box.hovered ? Theme.text : Theme.borderStrong

        Glyph {
            anchors.centerIn: parent
            width: 14
            height: 14
            visible: box.checked
            shape: Glyph.Check
            color: Theme.textOnAccent
        }
        FocusRing {
            visible: box.visualFocus
            anchors.margins: -3
            radius: 7
        }
    }
    contentItem: Text {
        leftPadding: box.mirrored ? 0 : box.indicator.width + box.spacing
        rightPadding: box.mirrored ? box.indicator.width + box.spacing : 0
        text: box.text
        textFormat: Text.PlainText
        color: Theme.text
        opacity: box.enabled ? 1 : 0.6
        font: box.font
        horizontalAlignment: Text.AlignLeft
        verticalAlignment: Text.AlignVCenter
        wrapMode: Text.Wrap
    }
}
