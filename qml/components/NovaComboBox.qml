import QtQuick
import QtQuick.Controls.Basic
import NovaSettings
import NovaSettings.Pictures

// One of a few.
ComboBox {
    id: box

    /// For a screen reader.
    required property string name

    implicitHeight: Theme.sizeControl
    implicitWidth: 168
    hoverEnabled: true
    leftPadding: Theme.spaceM + (box.mirrored ? 16 : 0)
    rightPadding: Theme.spaceM + (box.mirrored ? 0 : 16)
    font.pixelSize: Theme.fontBody

    Accessible.role: Accessible.ComboBox
    Accessible.name: box.name
    Accessible.description: box.displayText

    background: Rectangle {
        radius: Theme.radiusControl
        color: box.hovered ? Theme.surfaceHover : Theme.surface
        opacity: box.enabled ? 1 : 0.6
        border.width: 1
        border.color: Theme.borderStrong

        FocusRing {
            visible: box.visualFocus
        }
    }
    contentItem: Text {
        text: box.displayText
        textFormat: Text.PlainText
        color: Theme.text
        opacity: box.enabled ? 1 : 0.6
        font: box.font
        horizontalAlignment: Text.AlignLeft
        verticalAlignment: Text.AlignVCenter
        elide: Text.ElideRight
    }
    indicator: Glyph {
        x: box.mirrored ? Theme.spaceM : box.width - width - Theme.spaceM
        anchors.verticalCenter: parent.verticalCenter
        width: 12
        height: 12
        shape: Glyph.ChevronDown
        color: Theme.textMuted
    }
    delegate: ItemDelegate {
        id: choice

        required property int index
        required property var modelData
        readonly property var host: ListView.view

        width: choice.host ? choice.host.width : 0
        height: Theme.sizeControl
        leftPadding: Theme.spaceM
        rightPadding: Theme.spaceM
        highlighted: choice.host && choice.host.currentIndex === choice.index
        text: choice.host && choice.host.textRole.length > 0 ? choice.modelData[choice.host.textRole] : choice.modelData
        font.pixelSize: Theme.fontBody

        contentItem: Text {
            text: choice.text
            textFormat: Text.PlainText
            color: choice.host && choice.host.chosen === choice.index ? Theme.accent : Theme.text
            font: choice.font
            horizontalAlignment: Text.AlignLeft
            verticalAlignment: Text.AlignVCenter
            elide: Text.ElideRight
        }
        background: Rectangle {
            color: choice.highlighted ? Theme.surfaceHover : "transparent"
        }
    }
    popup: Popup {
        y: box.height + 2
        width: box.width
        height: Math.min(contentItem.implicitHeight + 2 * padding, 320)
        padding: Theme.spaceXs

        contentItem: ListView {
            readonly property string textRole: box.textRole
            readonly property int chosen: box.currentIndex

            clip: true
            implicitHeight: contentHeight
            model: box.popup.visible ? box.delegateModel : null
            currentIndex: box.highlightedIndex
            boundsBehavior: Flickable.StopAtBounds
            ScrollBar.vertical: NovaScrollBar {}
        }
        background: Rectangle {
            color: Theme.surfaceRaised
            border.color: Theme.border
            radius: Theme.radiusControl
        }
    }
}
