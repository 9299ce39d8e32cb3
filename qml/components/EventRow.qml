import QtQuick
import NovaSettings

// One event: how it is since then, what happened, of which kind, on which machine and when. Used again for other events.
Item {
    id: row

    required property int index
    required property int serial
    required property string sentence
    required property int mark
    required property string kind
    required property string ago
    required property string exactly
    required property string machine
    /// The list of the EventsPage, with what all rows share.
    readonly property var host: ListView.view
    readonly property bool roomy: row.width >= 640
    readonly property bool current: row.host.currentSerial === row.serial
    readonly property bool chosen: row.host.chosenSerial === row.serial

    implicitHeight: 40

    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1, %2").arg(row.sentence).arg(row.ago)
    Accessible.selected: row.chosen
    Accessible.focused: row.current && row.host.activeFocus
    Accessible.onPressAction: row.host.openSerial(row.serial)

    Rectangle {
        anchors.fill: parent
        anchors.leftMargin: Theme.spaceS
        anchors.rightMargin: Theme.spaceS
        radius: Theme.radiusControl
        color: row.chosen ? Theme.surfaceSelected : (hover.hovered ? Theme.surfaceHover : "transparent")
    }
    StatusMark {
        id: status
        anchors.left: parent.left
        anchors.leftMargin: Theme.spaceXl
        anchors.verticalCenter: parent.verticalCenter
        status: row.mark
    }
    Text {
        id: words
        objectName: "eventSentence"
        anchors.left: status.right
        anchors.leftMargin: Theme.spaceM
        anchors.right: row.roomy ? kindText.left : agoText.left
        anchors.rightMargin: Theme.spaceL
        anchors.verticalCenter: parent.verticalCenter
        text: row.sentence
        textFormat: Text.PlainText
        horizontalAlignment: Text.AlignLeft
        color: Theme.text
        font.pixelSize: Theme.fontBody
        elide: Text.ElideRight
    }
    Text {
        id: kindText
        anchors.right: machineText.left
        anchors.rightMargin: Theme.spaceL
        anchors.verticalCenter: parent.verticalCenter
        width: 136
        visible: row.roomy
        text: row.kind
        textFormat: Text.PlainText
        horizontalAlignment: Text.AlignLeft
        color: Theme.textMuted
        font.pixelSize: Theme.fontSmall
        elide: Text.ElideRight
    }
    Text {
        id: machineText
        anchors.right: agoText.left
        anchors.rightMargin: row.machine.length > 0 ? Theme.spaceM : 0
        anchors.verticalCenter: parent.verticalCenter
        width: Math.min(implicitWidth, 96)
        visible: row.roomy
        text: row.machine
        textFormat: Text.PlainText
        horizontalAlignment: Text.AlignLeft
        color: Theme.textMuted
        font.pixelSize: Theme.fontSmall
        elide: Text.ElideRight
    }
    Text {
        id: agoText
        anchors.right: parent.right
        anchors.rightMargin: Theme.spaceXl
        anchors.verticalCenter: parent.verticalCenter
        width: Math.max(64, implicitWidth)
        horizontalAlignment: Text.AlignRight
        text: row.ago
        textFormat: Text.PlainText
        color: Theme.textMuted
        font.pixelSize: Theme.fontSmall
        elide: Text.ElideRight
    }
    FocusRing {
        anchors.leftMargin: Theme.spaceS
        anchors.rightMargin: Theme.spaceS
        visible: row.current && row.host.byKeyboard && row.host.activeFocus
    }
    HoverHandler {
        id: hover
    }
    TapHandler {
        onPressedChanged: {
            if (pressed)
                row.host.takeKeyboard(row.serial);
        }
        onTapped: row.host.openSerial(row.serial)
    }
    NovaToolTip {
        visible: hover.hovered
        text: words.truncated ? qsTr("%1\n%2").arg(row.exactly).arg(row.sentence) : row.exactly
        x: words.x
        y: row.height - Theme.spaceXs
    }
}
