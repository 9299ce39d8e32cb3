import QtQuick
import NovaSettings
import NovaSettings.ViewModels

// One server's health: what is, what to do, how it has been, and the two things one can do about it.
Item {
    id: card

    required property int index
    required property string name
    required property string description
    required property bool wanted
    required property int mark
    required property bool needs
    required property string words
    required property string summary
    required property string action
    required property string tools
    required property string latency
    required property string protocol
    required property string checked
    required property var barKinds
    required property var barLatencies
    required property string service
    required property bool restarting
    required property bool asking
    /// The grid of the HealthPage, with what all cards share and what is done with one.
    readonly property var view: GridView.view
    /// It is the one whose details are open.
    readonly property bool chosen: card.view.chosenName === card.name
    readonly property string now: card.restarting ? qsTr("is restarted") : card.asking ? qsTr("being checked") : card.words

    function joined(parts: var, by: string): string {
        return parts.filter(part => part.length > 0).join(by);
    }

    width: card.view.cellWidth
    height: card.view.cellHeight

    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1, %2").arg(card.name).arg(card.now)
    Accessible.description: card.joined([card.summary, card.action, card.checked], " ")
    Accessible.selected: GridView.isCurrentItem
    Accessible.onPressAction: card.view.openRow(card.index)

    Rectangle {
        id: ground
        anchors.fill: parent
        anchors.margins: Theme.spaceXs
        radius: Theme.radiusControl
        color: hover.hovered ? Theme.surfaceHover : Theme.surface
        border.width: card.chosen ? 2 : 1
        border.color: card.chosen ? Theme.accent : Theme.border
    }
    HoverHandler {
        id: hover
    }
    TapHandler {
        onPressedChanged: {
            if (pressed) {
                card.view.currentIndex = card.index;
                card.view.forceActiveFocus();
            }
        }
        onTapped: card.view.openRow(card.index)
    }
    Item {
        anchors.fill: ground
        anchors.margins: Theme.spaceM

        StatusMark {
            id: mark
            objectName: "mark"
            anchors.left: parent.left
            anchors.verticalCenter: title.verticalCenter
            status: card.asking || card.restarting ? StatusModel.Checking : card.mark
        }
        Text {
            id: title
            anchors.left: mark.right
            anchors.leftMargin: Theme.spaceS
            anchors.right: parent.right
            text: card.name
            textFormat: Text.PlainText
            color: card.wanted ? Theme.text : Theme.textMuted
            font.pixelSize: Theme.fontLarge
            font.weight: Font.DemiBold
            horizontalAlignment: Text.AlignLeft
            elide: Text.ElideRight
        }
        Text {
            id: status
            objectName: "words"
            anchors.top: title.bottom
            anchors.topMargin: Theme.spaceXs
            width: parent.width
            text: card.now
            textFormat: Text.PlainText
            color: card.wanted ? Theme.text : Theme.textMuted
            font.pixelSize: Theme.fontBody
            horizontalAlignment: Text.AlignLeft
            elide: Text.ElideRight
        }
        Text {
            id: more
            anchors.top: status.bottom
            anchors.topMargin: Theme.spaceXs
            width: parent.width
            height: 3 * 15
            text: card.needs ? card.joined([card.summary, card.action], " ") : card.description
            textFormat: Text.PlainText
            color: Theme.textMuted
            font.pixelSize: Theme.fontSmall
            horizontalAlignment: Text.AlignLeft
            lineHeightMode: Text.FixedHeight
            lineHeight: 15
            wrapMode: Text.Wrap
            maximumLineCount: 3
            elide: Text.ElideRight
        }
        LatencyBar {
            id: bar
            anchors.top: more.bottom
            anchors.topMargin: Theme.spaceS
            width: parent.width
            height: 24
            opacity: card.wanted ? 1 : 0.4
            kinds: card.barKinds
            latencies: card.barLatencies
            scaleMs: card.view.latencyScaleMs
        }
        Text {
            anchors.top: bar.bottom
            anchors.topMargin: Theme.spaceS
            width: parent.width
            // What the words above do not say already.
            text: card.joined([card.needs ? card.tools : "", card.needs ? card.latency : "",
                   card.protocol.length > 0 ? qsTr("MCP %1").arg(card.protocol) : "",
                   card.wanted ? card.checked : ""], " · ")
            textFormat: Text.PlainText
            color: Theme.textMuted
            font.pixelSize: Theme.fontSmall
            horizontalAlignment: Text.AlignLeft
            elide: Text.ElideRight
        }
        Row {
            id: actions
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            spacing: Theme.spaceS

            NovaButton {
                objectName: "restart"
                small: true
                focusPolicy: Qt.NoFocus
                visible: card.service.length > 0
                enabled: card.view.reachable
                text: card.restarting ? qsTr("Restarting…") : qsTr("Restart")
                Accessible.name: qsTr("%1, %2").arg(text).arg(card.name)
                onClicked: card.view.restartRow(card.index)
            }
            NovaButton {
                objectName: "check"
                small: true
                focusPolicy: Qt.NoFocus
                visible: card.wanted
                enabled: !card.asking && card.view.reachable
                text: qsTr("Check now")
                Accessible.name: qsTr("%1, %2").arg(text).arg(card.name)
                onClicked: card.view.checkRow(card.index)
            }
        }
    }
}
