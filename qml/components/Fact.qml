import QtQuick
import NovaSettings

// What it is called and what it is, side by side. Not there where there is nothing to tell.
Item {
    id: fact

    required property string label
    required property string value
    /// More of it, on hover.
    property string detail

    visible: fact.value.length > 0
    implicitHeight: visible ? words.implicitHeight : 0

    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("%1: %2").arg(fact.label).arg(fact.value)

    Text {
        anchors.left: parent.left
        text: fact.label
        color: Theme.textMuted
        font.pixelSize: Theme.fontSmall
    }
    Text {
        id: words
        anchors.left: parent.left
        anchors.leftMargin: 112
        anchors.right: parent.right
        horizontalAlignment: Text.AlignLeft
        text: fact.value
        textFormat: Text.PlainText
        color: Theme.text
        font.pixelSize: Theme.fontSmall
        wrapMode: Text.Wrap
    }
    HoverHandler {
        id: hover
    }
    NovaToolTip {
        visible: hover.hovered && fact.detail.length > 0
        text: fact.detail
        y: fact.height + Theme.spaceXs
    }
}
