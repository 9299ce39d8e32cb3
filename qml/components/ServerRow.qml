import QtQuick
import NovaSettings
import NovaSettings.ViewModels

// One server: its name, what it is, where it is, and whether it is wanted. Two lines at most.
Item {
    id: row

    required property int index
    required property string name
    required property string description
    required property string url
    required property bool wanted
    required property bool pending
    required property string warning
    required property string note
    required property int changeSerial
    required property string problem

    readonly property ListView view: ListView.view as ListView
    readonly property bool current: ListView.isCurrentItem
    readonly property bool roomy: row.width >= 640
    property bool complete: false
    /// The answer takes long enough to say so.
    property bool slow: false

    function toggle() {
        (row.view.model as ServerFilter).toggle(row.index);
    }

    implicitHeight: Theme.sizeRow

    Accessible.role: Accessible.ListItem
    Accessible.name: row.wanted ? qsTr("%1, on").arg(row.name) : qsTr("%1, off").arg(row.name)
    Accessible.description: row.description + ". " + second.text
    Accessible.selected: row.current
    Accessible.onPressAction: row.toggle()

    Component.onCompleted: row.complete = true
    onChangeSerialChanged: {
        // Not while the row is being made: only news pulses.
        if (row.complete && !Theme.reducedMotion)
            pulse.restart();
    }
    onPendingChanged: row.slow = false

    Timer {
        running: row.pending
        interval: 300
        onTriggered: row.slow = true
    }

    Rectangle {
        anchors.fill: parent
        anchors.leftMargin: Theme.spaceS
        anchors.rightMargin: Theme.spaceS
        anchors.topMargin: 2
        anchors.bottomMargin: 2
        radius: Theme.radiusControl
        color: hover.hovered ? Theme.surfaceHover : "transparent"

        Rectangle {
            id: flash
            anchors.fill: parent
            radius: parent.radius
            color: Theme.accentSubtle
            border.color: Theme.accent
            opacity: 0

            NumberAnimation {
                id: pulse
                target: flash
                property: "opacity"
                from: 1
                to: 0
                duration: Theme.motionPulse
                easing.type: Easing.InQuad
            }
        }
    }

    Text {
        id: nameText
        anchors.left: parent.left
        anchors.leftMargin: Theme.spaceXl
        anchors.top: words.top
        width: Math.min(184, row.width * 0.28)
        text: row.name
        textFormat: Text.PlainText
        color: row.wanted ? Theme.text : Theme.textMuted
        font.pixelSize: Theme.fontBody
        font.weight: Font.DemiBold
        elide: Text.ElideRight
    }
    Column {
        id: words
        anchors.left: nameText.right
        anchors.leftMargin: Theme.spaceL
        anchors.right: row.roomy ? noteText.left : stateText.left
        anchors.rightMargin: Theme.spaceL
        anchors.verticalCenter: parent.verticalCenter
        spacing: 3

        Text {
            width: parent.width
            visible: text.length > 0
            text: row.description
            textFormat: Text.PlainText
            color: row.wanted ? Theme.text : Theme.textMuted
            font.pixelSize: Theme.fontBody
            elide: Text.ElideRight
        }
        Row {
            width: parent.width
            spacing: 6

            StatusMark {
                id: secondMark
                anchors.verticalCenter: parent.verticalCenter
                visible: row.problem.length > 0 || row.warning.length > 0
                status: row.problem.length > 0 ? StatusModel.Failing : StatusModel.Attention
                width: 12
                height: 12
            }
            Text {
                id: second
                objectName: "secondLine"
                width: parent.width - (secondMark.visible ? secondMark.width + parent.spacing : 0)
                text: {
                    if (row.problem.length > 0)
                        return row.problem;
                    if (row.warning.length > 0)
                        return row.warning;
                    return row.note.length > 0 && !row.roomy ? row.note : row.url;
                }
                textFormat: Text.PlainText
                color: row.problem.length > 0 ? Theme.failing : (row.warning.length > 0 ? Theme.attention : Theme.textMuted)
                font.pixelSize: Theme.fontSmall
                elide: Text.ElideRight
            }
        }
    }
    Text {
        id: noteText
        anchors.right: stateText.left
        anchors.rightMargin: Theme.spaceL
        anchors.verticalCenter: parent.verticalCenter
        width: row.roomy ? Math.min(implicitWidth, 220) : 0
        visible: row.roomy
        text: row.note
        textFormat: Text.PlainText
        color: Theme.textMuted
        font.pixelSize: Theme.fontSmall
        elide: Text.ElideRight
    }
    Text {
        id: stateText
        anchors.right: control.left
        anchors.rightMargin: Theme.spaceS
        anchors.verticalCenter: parent.verticalCenter
        width: 52
        horizontalAlignment: Text.AlignRight
        text: row.slow ? qsTr("saving…") : (row.wanted ? qsTr("on") : qsTr("off"))
        color: Theme.textMuted
        font.pixelSize: Theme.fontSmall
    }

    HoverHandler {
        id: hover
    }
    TapHandler {
        onPressedChanged: {
            if (pressed) {
                row.view.currentIndex = row.index;
                row.view.forceActiveFocus();
            }
        }
    }
    NovaSwitch {
        id: control
        objectName: "switch"
        anchors.right: parent.right
        anchors.rightMargin: Theme.spaceXl
        anchors.verticalCenter: parent.verticalCenter
        on: row.wanted
        pending: row.pending
        onClicked: row.toggle()
        Accessible.name: row.name
    }
    NovaToolTip {
        visible: hover.hovered && second.truncated
        text: second.text
        x: words.x
        y: row.height - Theme.spaceXs
    }
    Rectangle {
        anchors.bottom: parent.bottom
        x: Theme.spaceXl
        width: parent.width - 2 * Theme.spaceXl
        height: 1
        color: Theme.border
        visible: row.index < row.view.count - 1
    }
}
