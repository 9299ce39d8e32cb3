import QtQuick
import NovaSettings
import NovaSettings.Pictures
import NovaSettings.ViewModels

// One server: how it is, what it is, what is to be done, and whether it is wanted. Two lines at most.
Item {
    id: row

    required property int index
    required property string name
    required property string description
    required property bool wanted
    required property bool pending
    required property string warning
    required property string note
    required property int changeSerial
    required property string problem
    required property int mark
    required property bool needs
    required property string words
    required property string summary
    required property string action
    required property var barKinds
    required property var barLatencies
    required property bool asking
    required property bool restarting
    /// The list of the ServersPage, with what all rows share and what is done with one.
    readonly property var host: ListView.view
    /// Its details are open.
    readonly property bool chosen: row.host.chosenName === row.name

    readonly property ListView view: ListView.view as ListView
    readonly property bool current: ListView.isCurrentItem
    readonly property bool roomy: row.width >= 640
    /// How it is now, with what goes on just now.
    readonly property string now: row.restarting ? qsTr("is restarted")
                                : row.asking ? qsTr("being checked") : row.words
    /// What the file's check says is shown; what keeps the server from working comes before.
    readonly property bool warned: row.warning.length > 0 && !row.needs
    property bool complete: false
    /// The answer takes long enough to say so.
    property bool slow: false

    function toggle() {
        (row.view.model as ServerFilter).toggle(row.index);
    }

    implicitHeight: Theme.sizeRow

    Accessible.role: Accessible.ListItem
    Accessible.name: row.wanted ? qsTr("%1, on, %2").arg(row.name).arg(row.now) : qsTr("%1, off").arg(row.name)
    Accessible.description: first.text + ". " + second.text
    Accessible.selected: row.current
    Accessible.onPressAction: row.toggle()

    Component.onCompleted: row.complete = true
    onChangeSerialChanged: {
        // Not while the row is being made: only news pulses.
        if (row.complete && !Theme.reducedMotion)
            pulse.restart();
    }
    onPendingChanged: row.slow = false
    // The list uses rows again for other servers: what is new of a row is no news of its server.
    ListView.onPooled: {
        row.complete = false;
        pulse.stop();
        flash.opacity = 0;
        row.visible = false; // The list leaves it where it was, for screen readers to find.
    }
    ListView.onReused: {
        row.visible = true;
        row.slow = false;
        row.complete = true;
    }

    opacity: row.host.draggedName === row.name ? 0.5 : 1

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
        color: row.chosen ? Theme.surfaceSelected : (hover.hovered ? Theme.surfaceHover : "transparent")

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

    Glyph {
        anchors.right: healthMark.left
        anchors.verticalCenter: parent.verticalCenter
        width: 12
        height: 14
        visible: row.host.movable && (hover.hovered || (row.current && row.host.byKeyboard) || row.host.draggedName === row.name)
        shape: Glyph.Grip
        color: Theme.textMuted
    }
    StatusMark {
        id: healthMark
        objectName: "mark"
        anchors.left: parent.left
        anchors.leftMargin: Theme.spaceXl
        anchors.verticalCenter: nameText.verticalCenter
        status: row.asking || row.restarting ? StatusModel.Checking : row.mark
    }
    Text {
        id: nameText
        anchors.left: healthMark.right
        anchors.leftMargin: Theme.spaceS
        anchors.top: lines.top
        width: Math.min(160, row.width * 0.24)
        text: row.name
        textFormat: Text.PlainText
        color: row.wanted ? Theme.text : Theme.textMuted
        font.pixelSize: Theme.fontBody
        font.weight: Font.DemiBold
        horizontalAlignment: Text.AlignLeft
        elide: Text.ElideRight
    }
    Column {
        id: lines
        anchors.left: nameText.right
        anchors.leftMargin: Theme.spaceL
        anchors.right: row.roomy ? noteText.left : stateText.left
        anchors.rightMargin: Theme.spaceL
        anchors.verticalCenter: parent.verticalCenter
        spacing: 3

        Text {
            width: parent.width
            visible: text.length > 0
            id: first
            objectName: "firstLine"
            text: {
                if (!row.needs)
                    return row.description.length > 0 ? row.description : row.now;
                // The sentence of what wants something says it all.
                if (row.now !== row.words)
                    return row.now;
                if (row.mark === StatusModel.Attention)
                    return row.summary;
                return qsTr("%1 · %2").arg(row.now).arg(row.summary);
            }
            textFormat: Text.PlainText
            color: row.wanted ? Theme.text : Theme.textMuted
            font.pixelSize: Theme.fontBody
            horizontalAlignment: Text.AlignLeft
            elide: Text.ElideRight
        }
        Row {
            width: parent.width
            spacing: 6

            StatusMark {
                id: secondMark
                anchors.verticalCenter: parent.verticalCenter
                visible: row.problem.length > 0 || row.warned
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
                    if (row.needs)
                        return row.action;
                    if (row.warning.length > 0)
                        return row.warning;
                    if (row.note.length > 0 && !row.roomy)
                        return row.note;
                    return row.description.length > 0 ? row.now : "";
                }
                textFormat: Text.PlainText
                color: row.problem.length > 0 ? Theme.failing : (row.warned ? Theme.attention : Theme.textMuted)
                font.pixelSize: Theme.fontSmall
                horizontalAlignment: Text.AlignLeft
                elide: Text.ElideRight
            }
        }
    }
    Text {
        id: noteText
        anchors.right: bar.left
        anchors.rightMargin: Theme.spaceL
        anchors.verticalCenter: parent.verticalCenter
        width: row.roomy ? Math.min(implicitWidth, 150) : 0
        visible: row.roomy
        text: row.note
        textFormat: Text.PlainText
        color: Theme.textMuted
        font.pixelSize: Theme.fontSmall
        horizontalAlignment: Text.AlignLeft
        elide: Text.ElideRight
    }
    LatencyBar {
        id: bar
        anchors.right: stateText.left
        anchors.verticalCenter: parent.verticalCenter
        width: row.roomy ? 96 : 0
        visible: row.roomy && row.wanted
        kinds: row.barKinds
        latencies: row.barLatencies
        scaleMs: row.host.latencyScaleMs
    }
    Text {
        id: stateText
        anchors.right: control.left
        anchors.rightMargin: Theme.spaceS
        anchors.verticalCenter: parent.verticalCenter
        // The switch says it too, where there is little room.
        width: row.roomy || row.slow ? 52 : 0
        visible: width > 0
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
        onTapped: row.host.openRow(row.index)
    }
    NovaSwitch {
        id: control
        objectName: "switch"
        anchors.right: more.left
        anchors.rightMargin: Theme.spaceXs
        anchors.verticalCenter: parent.verticalCenter
        enabled: row.host.whyNot.length === 0
        on: row.wanted
        pending: row.pending
        onClicked: row.toggle()
        Accessible.name: row.name
    }
    GlyphButton {
        id: more
        objectName: "more"
        anchors.right: parent.right
        anchors.rightMargin: Theme.spaceM
        anchors.verticalCenter: parent.verticalCenter
        implicitWidth: 28
        focusPolicy: Qt.NoFocus
        // Always there for a screen reader.
        opacity: hover.hovered || row.chosen || (row.current && row.host.byKeyboard) || row.host.menuFor === row.name ? 1 : 0
        shape: Glyph.More
        text: qsTr("More for %1").arg(row.name)
        onClicked: {
            row.view.currentIndex = row.index;
            row.host.openMenu(row.name, more);
        }
    }
    HoverHandler {
        id: switchHover
        target: control
        parent: control
    }
    NovaToolTip {
        visible: switchHover.hovered && row.host.whyNot.length > 0
        text: row.host.whyNot
        x: control.mirrored ? control.x : control.x + control.width - width
        y: row.height - Theme.spaceXs
    }
    NovaToolTip {
        visible: hover.hovered && !switchHover.hovered && (first.truncated || second.truncated)
        text: first.text + (second.text.length > 0 ? "\n" + second.text : "")
        x: control.mirrored ? lines.x + lines.width - width : lines.x
        y: row.height - Theme.spaceXs
    }
    Rectangle {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.spaceXl
        anchors.rightMargin: Theme.spaceXl
        height: 1
        color: Theme.border
        visible: row.index < row.view.count - 1
    }
}
