import QtQuick
import NovaSettings
import NovaSettings.ViewModels

// The edge of a list of servers by which they are dragged to another place. Beside the rows and not in them: a row may
// leave the list while its server is dragged past what is shown.
MouseArea {
    id: grip

    required property ListView list
    required property ServerFilter filter
    /// The server that is dragged; empty: none.
    property string dragged
    property int row: -1
    /// Before which row it would go.
    property int gap: -1
    property bool moved: false

    signal dropped(string name, string before)

    function giveUp() {
        grip.dragged = "";
    }

    function gapAt(y: real): int {
        const inContent = y + grip.list.contentY - grip.list.originY;
        return Math.max(0, Math.min(grip.list.count, Math.round(inContent / Theme.sizeRow)));
    }

    width: Theme.spaceXl
    preventStealing: true
    cursorShape: grip.dragged.length > 0 ? Qt.ClosedHandCursor : Qt.OpenHandCursor

    onPressed: mouse => {
        grip.row = grip.list.indexAt(grip.width, mouse.y + grip.list.contentY);
        grip.moved = false;
        mouse.accepted = grip.row >= 0;
        if (grip.row < 0)
            return;
        grip.list.currentIndex = grip.row;
        grip.list.forceActiveFocus();
    }
    onPositionChanged: mouse => {
        if (!grip.moved) {
            grip.moved = true;
            grip.dragged = grip.filter.nameAt(grip.row);
        }
        grip.gap = grip.gapAt(mouse.y);
    }
    onReleased: {
        const name = grip.dragged;
        grip.dragged = "";
        if (name.length === 0)
            return;
        const now = grip.filter.rowOf(name);
        if (grip.gap !== now && grip.gap !== now + 1)
            grip.dropped(name, grip.gap < grip.list.count ? grip.filter.nameAt(grip.gap) : "");
    }
    onCanceled: grip.giveUp()

    // Past the edges, the list moves on.
    Timer {
        interval: 16
        repeat: true
        running: grip.dragged.length > 0 && (grip.mouseY < Theme.sizeRow || grip.mouseY > grip.height - Theme.sizeRow)
        onTriggered: {
            const list = grip.list;
            const step = grip.mouseY < Theme.sizeRow ? -8 : 8;
            const last = Math.max(list.originY, list.originY + list.contentHeight + list.bottomMargin - list.height);
            list.contentY = Math.max(list.originY - list.topMargin, Math.min(last, list.contentY + step));
            grip.gap = grip.gapAt(grip.mouseY);
        }
    }
}
