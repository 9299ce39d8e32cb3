import QtQuick
import QtQuick.Controls.Basic
import NovaSettings
import NovaSettings.Pictures
import NovaSettings.ViewModels

// One page in the rail.
AbstractButton {
    id: button

    required property int shape
    property bool current: false
    /// No room for words: they become the tool tip.
    property bool compact: false
    /// How many there wait for a person, and how bad it is.
    property int needing: 0
    property int mark: StatusModel.Good

    implicitHeight: 36
    hoverEnabled: true

    Accessible.role: Accessible.PageTab
    Accessible.name: button.needing === 0 ? button.text
                   : button.needing === 1 ? qsTr("%1, 1 needs you").arg(button.text)
                                          : qsTr("%1, %2 need you").arg(button.text).arg(button.needing)
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
            anchors.left: parent.left
            anchors.leftMargin: button.compact ? (parent.width - width) / 2 : Theme.spaceM
            anchors.verticalCenter: parent.verticalCenter
            width: 18
            height: 18
            shape: button.shape
            color: button.current ? Theme.accent : Theme.textMuted
        }
        Row {
            anchors.right: parent.right
            anchors.rightMargin: button.compact ? 2 : Theme.spaceM
            y: button.compact ? 4 : (parent.height - height) / 2
            visible: button.needing > 0
            spacing: 6

            StatusMark {
                anchors.verticalCenter: parent.verticalCenter
                width: 12
                height: 12
                status: button.mark
            }
            Text {
                visible: !button.compact
                text: button.needing
                color: Theme.textMuted
                font.pixelSize: Theme.fontSmall
            }
        }
        Text {
            anchors.verticalCenter: parent.verticalCenter
            anchors.left: parent.left
            anchors.leftMargin: 2 * Theme.spaceM + 18
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
        x: button.mirrored ? -width - Theme.spaceXs : button.width + Theme.spaceXs
        y: (button.height - height) / 2
    }
}
