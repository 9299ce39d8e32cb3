import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import NovaSettings
import NovaSettings.Pictures
import NovaSettings.ViewModels

// What happens, as it happens, the newest first. The page has the keyboard: j, k and the arrows move, Enter opens the
// details, c copies, p or Space pauses, / filters, Home goes to the newest.
FocusScope {
    id: page

    required property EventsModel events

    /// No room for two things beside each other: the details take it all.
    readonly property bool tight: page.width < 720
    readonly property bool detailed: page.events.chosen >= 0
    readonly property int paneWidth: 336
    /// How many came in above what is looked at.
    property int unseen: 0

    function openFilter() {
        filterField.forceActiveFocus(Qt.ShortcutFocusReason);
        filterField.selectAll();
    }

    function toList() {
        list.byKeyboard = true;
        list.forceActiveFocus();
    }

    function toNewest() {
        list.positionViewAtBeginning();
        list.currentSerial = page.events.serialAt(0);
        page.unseen = 0;
    }

    function moveTo(row: int) {
        const place = Math.max(0, Math.min(row, page.events.count - 1));
        const serial = page.events.serialAt(place);
        if (serial < 0)
            return;
        list.currentSerial = serial;
        if (place === page.events.count - 1)
            list.positionViewAtEnd();
        else
            list.positionViewAtIndex(place, ListView.Contain);
        // The details go along with the keyboard.
        if (page.detailed)
            page.events.chosen = serial;
    }

    function moveBy(rows: int) {
        const row = page.events.rowOf(list.currentSerial);
        // The first step goes to what is seen, wherever that is.
        page.moveTo(row < 0 ? Math.max(0, list.indexAt(0, list.contentY + 1)) : row + rows);
    }

    function closeDetails() {
        page.events.chosen = -1;
        page.toList();
    }

    function copyOne() {
        const serial = page.detailed ? page.events.chosen : list.currentSerial;
        if (page.events.copy(serial))
            toast.show(qsTr("The event is copied as JSON."), "");
    }

    function copyAll() {
        if (page.events.copyShown())
            toast.show(page.events.count === 1 ? qsTr("1 event is copied as JSON.")
                                               : qsTr("%1 events are copied as JSON.").arg(page.events.count), "");
    }

    function showAll() {
        filterField.clear();
        page.events.kinds = 0;
        page.toList();
    }

    Binding {
        target: page.events
        property: "watched"
        value: page.visible
    }
    Binding {
        target: page.events
        property: "text"
        value: filterField.text
    }

    // The window has a filter on this key, too; here it is this one.
    Keys.onShortcutOverride: event => event.accepted = event.key === Qt.Key_Slash
    Keys.onPressed: event => {
        const fresh = !event.isAutoRepeat;
        switch (event.key) {
        case Qt.Key_J:
        case Qt.Key_Down:
            page.moveBy(1);
            break;
        case Qt.Key_K:
        case Qt.Key_Up:
            page.moveBy(-1);
            break;
        case Qt.Key_PageDown:
            page.moveBy(Math.max(1, Math.floor(list.height / list.rowHeight) - 1));
            break;
        case Qt.Key_PageUp:
            page.moveBy(-Math.max(1, Math.floor(list.height / list.rowHeight) - 1));
            break;
        case Qt.Key_Home:
            page.toNewest();
            break;
        case Qt.Key_End:
            page.moveTo(page.events.count - 1);
            break;
        case Qt.Key_Return:
        case Qt.Key_Enter:
            list.openSerial(list.currentSerial);
            break;
        case Qt.Key_P:
        case Qt.Key_Space:
            if (fresh)
                page.events.paused = !page.events.paused;
            break;
        case Qt.Key_C:
            if (event.modifiers & Qt.ShiftModifier)
                page.copyAll();
            else
                page.copyOne();
            break;
        case Qt.Key_Slash:
            page.openFilter();
            break;
        case Qt.Key_F:
            if (!(event.modifiers & Qt.ControlModifier))
                return;
            page.openFilter();
            break;
        case Qt.Key_Escape:
            if (page.detailed)
                page.closeDetails();
            else if (filterField.text.length > 0 || page.events.kinds !== 0)
                page.showAll();
            else
                return;
            break;
        default:
            return;
        }
        list.byKeyboard = true;
        event.accepted = true;
    }

    RowLayout {
        anchors.fill: parent
        spacing: 0

        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: 0
            visible: !(page.tight && page.detailed)

            PageHeader {
                Layout.fillWidth: true
                title: qsTr("Events")
                detail: page.events.summary

                FilterField {
                    id: filterField
                    objectName: "eventFilter"
                    width: parent.parent.width < 640 ? 152 : implicitWidth
                    onFinished: page.toList()
                    Accessible.name: qsTr("Filter the events")
                }
                GlyphButton {
                    objectName: "copyEvents"
                    enabled: page.events.count > 0
                    shape: Glyph.Copy
                    text: qsTr("Copy all that are shown as JSON")
                    onClicked: page.copyAll()
                }
                GlyphButton {
                    objectName: "pauseEvents"
                    shape: page.events.paused ? Glyph.Play : Glyph.Pause
                    text: page.events.paused ? qsTr("Resume") : qsTr("Pause")
                    onClicked: page.events.paused = !page.events.paused
                }
            }
            // In one line, that can be moved where there is too little room for it.
            Flickable {
                id: kinds
                objectName: "eventKinds"
                Layout.fillWidth: true
                Layout.leftMargin: Theme.spaceXl
                Layout.rightMargin: Theme.spaceXl
                Layout.topMargin: Theme.spaceS
                Layout.preferredHeight: 36
                contentWidth: kindRow.width
                clip: true
                boundsBehavior: Flickable.StopAtBounds
                flickableDirection: Flickable.HorizontalFlick

                Row {
                    id: kindRow
                    width: Math.max(implicitWidth, kinds.width)
                    y: 4
                    spacing: 6

                    Accessible.role: Accessible.Grouping
                    Accessible.name: qsTr("Show only")

                    Choice {
                        objectName: "kindSwitched"
                        events: page.events
                        kind: EventsModel.Switched
                        text: qsTr("Switched")
                    }
                    Choice {
                        objectName: "kindPrompt"
                        events: page.events
                        kind: EventsModel.PromptSaved
                        text: qsTr("Prompt saved")
                    }
                    Choice {
                        objectName: "kindConfiguration"
                        events: page.events
                        kind: EventsModel.ConfigurationChecked
                        text: qsTr("Configuration checked")
                    }
                    Choice {
                        objectName: "kindHealth"
                        events: page.events
                        kind: EventsModel.Health
                        text: qsTr("Health")
                    }
                    Choice {
                        objectName: "kindTasks"
                        events: page.events
                        kind: EventsModel.Tasks
                        text: qsTr("Tasks")
                    }
                }
            }
            Rectangle {
                objectName: "eventsPaused"
                Layout.fillWidth: true
                Layout.leftMargin: Theme.spaceXl
                Layout.rightMargin: Theme.spaceXl
                Layout.topMargin: Theme.spaceXs
                Layout.preferredHeight: 40
                visible: page.events.paused
                radius: Theme.radiusControl
                color: Theme.attentionSubtle

                Accessible.role: Accessible.AlertMessage
                Accessible.name: pausedText.text

                RowLayout {
                    anchors.fill: parent
                    anchors.leftMargin: Theme.spaceM
                    anchors.rightMargin: 6
                    spacing: Theme.spaceS

                    Glyph {
                        Layout.preferredWidth: 14
                        Layout.preferredHeight: 14
                        shape: Glyph.Pause
                        color: Theme.attention
                    }
                    Text {
                        id: pausedText
                        objectName: "pausedText"
                        Layout.fillWidth: true
                        text: qsTr("Paused · %1").arg(page.events.waitingWords)
                        textFormat: Text.PlainText
                        horizontalAlignment: Text.AlignLeft
                        color: Theme.text
                        font.pixelSize: Theme.fontBody
                        elide: Text.ElideRight
                    }
                    NovaButton {
                        objectName: "resumeEvents"
                        small: true
                        text: qsTr("Resume")
                        onClicked: {
                            page.events.paused = false;
                            page.toList();
                        }
                    }
                }
            }
            RowLayout {
                Layout.fillWidth: true
                Layout.leftMargin: Theme.spaceXl
                Layout.rightMargin: Theme.spaceXl
                Layout.topMargin: Theme.spaceXs
                visible: page.events.problem.length > 0
                spacing: Theme.spaceS

                StatusMark {
                    status: StatusModel.Attention
                }
                Text {
                    objectName: "eventsProblem"
                    Layout.fillWidth: true
                    text: qsTr("What happened earlier cannot be shown: %1").arg(page.events.problem)
                    textFormat: Text.PlainText
                    horizontalAlignment: Text.AlignLeft
                    color: Theme.text
                    font.pixelSize: Theme.fontSmall
                    wrapMode: Text.Wrap
                }
            }
            Item {
                Layout.fillWidth: true
                Layout.fillHeight: true

                ListView {
                    id: list

                    /// The keyboard was used last: only then its place is shown, a mouse shows its own.
                    property bool byKeyboard: false
                    /// Where the keyboard is. Rows move all the time, serial numbers do not.
                    property int currentSerial: -1
                    property bool wasAtTop: true
                    readonly property int chosenSerial: page.events.chosen
                    readonly property int rowHeight: 40

                    function openSerial(serial: int) {
                        page.events.chosen = page.events.chosen === serial ? -1 : serial;
                        if (page.tight && page.detailed)
                            pane.forceActiveFocus();
                    }
                    function takeKeyboard(serial: int) {
                        list.byKeyboard = false;
                        list.currentSerial = serial;
                        list.forceActiveFocus();
                    }

                    objectName: "eventList"
                    anchors.fill: parent
                    focus: true
                    activeFocusOnTab: true
                    clip: true
                    model: page.events
                    currentIndex: -1
                    keyNavigationEnabled: false
                    boundsBehavior: Flickable.StopAtBounds
                    reuseItems: true
                    // Rows that nobody sees yet are quickly made, and in a storm would be made in vain.
                    cacheBuffer: 0
                    ScrollBar.vertical: NovaScrollBar {}

                    Accessible.role: Accessible.List
                    Accessible.name: qsTr("Events")
                    Accessible.description: qsTr("%1 in the list").arg(list.count)

                    // The Tab that brought the keyboard here was pressed elsewhere; its release arrives here.
                    Keys.onReleased: list.byKeyboard = true
                    onAtYBeginningChanged: {
                        if (list.atYBeginning)
                            page.unseen = 0;
                    }

                    header: Item {
                        width: 1
                        height: Theme.spaceXs
                    }
                    footer: Item {
                        width: 1
                        height: Theme.spaceM
                    }
                    delegate: EventRow {
                        width: ListView.view.width
                    }
                }
                NovaButton {
                    objectName: "toNewest"
                    anchors.top: parent.top
                    anchors.topMargin: Theme.spaceS
                    anchors.horizontalCenter: parent.horizontalCenter
                    visible: page.unseen > 0
                    primary: true
                    small: true
                    text: qsTr("%1 new above").arg(page.unseen)
                    onClicked: page.toNewest()
                }
                EmptyState {
                    anchors.centerIn: parent
                    visible: page.events.total > 0 && page.events.count === 0
                    title: qsTr("No event matches")
                    message: qsTr("The filter looks at names, words and sources, and at the kinds that are chosen above.")

                    NovaButton {
                        objectName: "showAllEvents"
                        text: qsTr("Show all events")
                        onClicked: page.showAll()
                    }
                }
                EmptyState {
                    anchors.centerIn: parent
                    visible: page.events.total === 0
                    title: qsTr("Nothing has happened yet")
                    message: qsTr("Switch a server or save a file: it shows here at once. Other programs can tell of their tasks over the API:")
                    example: "POST /ws/broadcast\n{\"type\": \"task_updated\",\n \"data\": {\"counts\": {\"pending\": 3, \"running\": 1}}}"
                }
            }
        }
        EventPane {
            id: pane
            Layout.fillHeight: true
            Layout.fillWidth: page.tight
            Layout.preferredWidth: page.paneWidth
            visible: page.detailed
            details: page.events.details
            onCopyWanted: page.copyOne()
            onClosed: page.closeDetails()
        }
    }
    Toast {
        id: toast
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.spaceL
        anchors.horizontalCenter: parent.horizontalCenter
        seconds: 4
    }
    Connections {
        target: page.events

        function onGrowing() {
            list.wasAtTop = list.atYBeginning;
        }
        function onGrown(count: int) {
            if (list.wasAtTop)
                list.positionViewAtBeginning();
            else
                page.unseen += count;
        }
        function onFilterChanged() {
            page.unseen = 0;
        }
    }

    component Choice: KindChoice {
        id: choice

        required property int kind
        required property EventsModel events

        checked: (choice.events.kinds & choice.kind) !== 0
        onToggled: choice.events.kinds ^= choice.kind
    }
}
