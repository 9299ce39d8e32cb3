import QtQuick
import QtQuick.Layouts
import NovaSettings

// The head of a page: what it is, the figures that matter, and at the right what one can do.
Rectangle {
    id: header

    required property string title
    property string detail
    default property alias actions: actionRow.data

    implicitHeight: 64
    color: Theme.surface

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.spaceXl
        anchors.rightMargin: Theme.spaceXl
        spacing: Theme.spaceL

        Text {
            id: caption
            // Where there is no room for both, what one can do goes first: the rail says which page it is.
            visible: caption.implicitWidth + actionRow.implicitWidth + Theme.spaceL + 2 * Theme.spaceXl <= header.width
            text: header.title
            color: Theme.text
            font.pixelSize: Theme.fontTitle
            font.weight: Font.DemiBold
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        Text {
            id: detailText
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignBaseline
            text: header.detail
            color: Theme.textMuted
            font.pixelSize: Theme.fontBody
            horizontalAlignment: Text.AlignLeft
            elide: Text.ElideRight
            Accessible.role: Accessible.StaticText
            Accessible.name: text

            HoverHandler {
                id: detailHover
            }
            NovaToolTip {
                visible: detailHover.hovered && detailText.truncated
                text: header.detail
                y: detailText.height + Theme.spaceXs
            }
        }
        Row {
            id: actionRow
            spacing: Theme.spaceS
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Theme.border
    }
}
