import QtQuick
import NovaSettings

// One fact in the status line: a mark, a few words, and more of them on hover.
Item {
    id: item

    required property int status
    required property string text
    property string detail
    /// No room for words: they go into the tool tip.
    property bool brief: false

    implicitWidth: mark.width + (item.brief ? 0 : words.anchors.leftMargin + Math.ceil(words.implicitWidth))
    implicitHeight: words.implicitHeight

    Accessible.role: Accessible.StaticText
    Accessible.name: item.text
    Accessible.description: item.detail

    StatusMark {
        id: mark
        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        status: item.status
    }
    Text {
        id: words
        anchors.left: mark.right
        anchors.leftMargin: 6
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        visible: !item.brief
        text: item.text
        textFormat: Text.PlainText
        color: Theme.textMuted
        font.pixelSize: Theme.fontSmall
        horizontalAlignment: Text.AlignLeft
        elide: Text.ElideRight
    }
    HoverHandler {
        id: hover
    }
    NovaToolTip {
        visible: hover.hovered && text.length > 0
        text: !item.brief ? item.detail : item.detail.length > 0 ? qsTr("%1 · %2").arg(item.text).arg(item.detail) : item.text
        y: -height - Theme.spaceXs
    }
}
