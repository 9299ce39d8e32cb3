import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import NovaSettings

// One thing that can be done, with the key that does it, too.
MenuItem {
    id: item

    property string key
    /// Takes something away.
    property bool severe: false

    implicitHeight: Theme.sizeControl
    implicitWidth: 200
    leftPadding: Theme.spaceM
    rightPadding: Theme.spaceM
    font.pixelSize: Theme.fontBody

    contentItem: RowLayout {
        spacing: Theme.spaceS

        Text {
            Layout.fillWidth: true
            text: item.text
            textFormat: Text.PlainText
            color: item.severe ? Theme.failing : Theme.text
            opacity: item.enabled ? 1 : 0.5
            font: item.font
            horizontalAlignment: Text.AlignLeft
            elide: Text.ElideRight
        }
        Text {
            text: item.key
            color: Theme.textMuted
            font.pixelSize: Theme.fontSmall
        }
    }
    background: Rectangle {
        radius: Theme.radiusControl - 2
        color: item.highlighted ? Theme.surfaceHover : "transparent"
    }
    indicator: null
    arrow: null
}
