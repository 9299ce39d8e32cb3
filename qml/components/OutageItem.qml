import QtQuick
import NovaSettings

// One outage of a server: when, how long, and why.
Item {
    id: outage

    required property string when
    required property string length
    required property bool ongoing
    required property string reason
    required property string span

    objectName: "outage"
    implicitHeight: outageWords.implicitHeight

    Column {
        id: outageWords
        width: parent.width
        spacing: 2

        Text {
            width: parent.width
            text: qsTr("%1 · %2").arg(outage.when).arg(outage.length)
            textFormat: Text.PlainText
            color: outage.ongoing ? Theme.failing : Theme.text
            font.pixelSize: Theme.fontSmall
            horizontalAlignment: Text.AlignLeft
            wrapMode: Text.Wrap
        }
        Text {
            width: parent.width
            visible: text.length > 0
            text: outage.reason
            textFormat: Text.PlainText
            color: Theme.textMuted
            font.pixelSize: Theme.fontSmall
            horizontalAlignment: Text.AlignLeft
            wrapMode: Text.Wrap
        }
    }
    HoverHandler {
        id: outageHover
    }
    NovaToolTip {
        visible: outageHover.hovered
        text: outage.span
        y: outage.height
    }
}
