import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import NovaSettings
import NovaSettings.Pictures
import NovaSettings.ViewModels

// Every server of the catalog with its switch and how it is. The list has the keyboard: j, k and the arrows move, Space
// switches, Enter opens the details, r checks; a adds, e edits, d duplicates, Delete removes, Alt with the arrows moves
// a server in the file.
FocusScope {
    id: page

    required property ServersModel servers
    required property StatusModel status
    required property DetailsModel details
    required property ServerCommands commands
    /// Servers can be put to another place: all are shown as they are in the file.
    readonly property bool movable: shown.inFileOrder

    /// Somebody wants to restart that service.
    signal restartWanted(string service)
    signal importWanted

    function openFilter() {
        filterField.forceActiveFocus(Qt.ShortcutFocusReason);
        filterField.selectAll();
    }

    function toList() {
        list.byKeyboard = true;
        list.forceActiveFocus();
    }

    /// Brings a server into view and the keyboard to it.
    function show(name: string) {
        if (shown.rowOf(name) < 0) {
            filterField.clear();
            states.show = ServerFilter.All;
        }
        if (shown.rowOf(name) >= 0)
            list.currentIndex = shown.rowOf(name);
        page.toList();
    }

    function showFileOrder() {
        filterField.clear();
        states.show = ServerFilter.All;
        shown.sort = ServerFilter.FileOrder;
        page.toList();
    }

    function openDetails(row: int) {
        const name = shown.nameAt(row);
        page.details.name = page.details.name === name ? "" : name;
    }

    ServerFilter {
        id: shown
        // What is about to be clicked stays where it is.
        held: listHover.atWork
        servers: page.servers
        text: filterField.text
        show: states.show
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        PageHeader {
            Layout.fillWidth: true
            title: qsTr("Servers")
            detail: page.servers.summary

            FilterField {
                id: filterField
                objectName: "filter"
                visible: page.servers.count > 0
                width: page.width < 480 ? 104 : page.width < 720 ? 144 : implicitWidth
                onFinished: page.toList()
            }
            GlyphButton {
                objectName: "import"
                shape: Glyph.Import
                text: page.commands.whyNot.length > 0 ? page.commands.whyNot : qsTr("Import servers from another program")
                enabled: page.commands.whyNot.length === 0
                onClicked: page.importWanted()
            }
            NovaButton {
                id: addButton
                objectName: "add"
                primary: true
                text: qsTr("Add")
                enabled: page.commands.whyNot.length === 0
                onClicked: page.commands.add()

                HoverHandler {
                    id: addHover
                }
                NovaToolTip {
                    visible: addHover.hovered && page.commands.whyNot.length > 0
                    text: page.commands.whyNot
                }
            }
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.spaceL
            Layout.rightMargin: Theme.spaceXl
            Layout.topMargin: Theme.spaceS
            visible: page.servers.count > 0
            spacing: Theme.spaceS

            StateFilter {
                id: states
                // Where there is no room for both, but never out of sight while it hides something.
                visible: page.width >= 560 || states.show !== ServerFilter.All
                servers: page.servers
            }
            Item {
                Layout.fillWidth: true
            }
            NovaComboBox {
                objectName: "sort"

                name: qsTr("Order")
                visible: page.width >= 360 && (states.visible ? page.width >= 560 : true)
                // As ServerFilter::Sort has them.
                model: [qsTr("Needs you first"), qsTr("File order"), qsTr("Name"), qsTr("State"), qsTr("Slowest first")]
                currentIndex: shown.sort
                onActivated: index => {
                    shown.sort = index;
                    page.toList();
                }
            }
        }
        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true

            ListView {
                id: list

                /// The keyboard was used last: only then its place is shown, a mouse shows its own.
                property bool byKeyboard: false

                // What the rows share, and what they ask for.
                readonly property int latencyScaleMs: page.servers.latencyScaleMs
                readonly property string chosenName: page.details.name
                readonly property bool movable: page.movable && page.commands.whyNot.length === 0
                readonly property string whyNot: page.commands.whyNot
                readonly property string menuFor: page.commands.menuOpen ? page.commands.menuFor : ""
                readonly property string draggedName: grip.dragged
                function openRow(row: int) {
                    page.openDetails(row);
                }
                function openMenu(name: string, item: Item) {
                    page.commands.openMenu(name, item);
                }

                objectName: "serverList"
                anchors.fill: parent
                topMargin: Theme.spaceS
                bottomMargin: Theme.spaceS
                focus: true
                activeFocusOnTab: true
                clip: true
                model: shown
                boundsBehavior: Flickable.StopAtBounds
                highlightMoveDuration: 0
                highlightResizeDuration: 0
                keyNavigationEnabled: true
                visible: shown.count > 0
                reuseItems: true
                ScrollBar.vertical: NovaScrollBar {}

                Accessible.role: Accessible.List
                Accessible.name: qsTr("Servers")
                Accessible.description: qsTr("%1 in the list").arg(list.count)

                Keys.onPressed: event => {
                    list.byKeyboard = true;
                    if (event.key === Qt.Key_Escape && grip.dragged.length > 0) {
                        grip.giveUp();
                        event.accepted = true;
                        return;
                    }
                    if (page.commands.key(event, shown.nameAt(list.currentIndex))) {
                        event.accepted = true;
                        return;
                    }
                    switch (event.key) {
                    case Qt.Key_J:
                        list.incrementCurrentIndex();
                        break;
                    case Qt.Key_K:
                        list.decrementCurrentIndex();
                        break;
                    case Qt.Key_Home:
                        list.currentIndex = 0;
                        break;
                    case Qt.Key_End:
                        list.currentIndex = list.count - 1;
                        break;
                    case Qt.Key_Space:
                        if (!event.isAutoRepeat && list.whyNot.length === 0)
                            shown.toggle(list.currentIndex);
                        else if (!event.isAutoRepeat)
                            page.commands.refuse();
                        break;
                    case Qt.Key_Return:
                    case Qt.Key_Enter:
                        page.openDetails(list.currentIndex);
                        break;
                    case Qt.Key_R:
                        if (event.modifiers & Qt.ShiftModifier)
                            page.restartWanted(shown.serviceAt(list.currentIndex));
                        else
                            shown.check(list.currentIndex);
                        break;
                    case Qt.Key_Escape:
                        if (page.details.name.length === 0)
                            return;
                        page.details.name = "";
                        break;
                    default:
                        return;
                    }
                    event.accepted = true;
                }
                // The Tab that brought the keyboard here was pressed elsewhere; its release arrives here.
                Keys.onReleased: list.byKeyboard = true

                onCurrentIndexChanged: {
                    // The details go along with the keyboard.
                    if (list.byKeyboard && page.details.name.length > 0)
                        page.details.name = shown.nameAt(list.currentIndex);
                }

                delegate: ServerRow {
                    width: ListView.view.width
                }
                highlight: Item {
                    z: 2

                    FocusRing {
                        anchors.leftMargin: Theme.spaceS
                        anchors.rightMargin: Theme.spaceS
                        anchors.topMargin: 2
                        anchors.bottomMargin: 3
                    }
                }
                Binding {
                    target: list.highlightItem
                    property: "visible"
                    value: list.byKeyboard && list.activeFocus
                }
                TapHandler {
                    onPressedChanged: list.byKeyboard = false
                }
                BusyHover {
                    id: listHover
                }
                Rectangle {
                    // Where the server that is dragged would go.
                    parent: list.contentItem
                    visible: grip.dragged.length > 0
                    x: Theme.spaceL
                    y: list.originY + grip.gap * Theme.sizeRow - 1
                    z: 3
                    width: list.width - 2 * Theme.spaceL
                    height: 2
                    radius: 1
                    color: Theme.accent
                }
            }
            MoveGrip {
                id: grip
                objectName: "grip"
                anchors.left: list.left
                anchors.top: list.top
                anchors.bottom: list.bottom
                visible: list.visible && list.movable
                list: list
                filter: shown
                onDropped: (name, before) => page.servers.moveBefore(name, before)
            }
            EmptyState {
                anchors.centerIn: parent
                visible: page.servers.count > 0 && shown.count === 0
                title: filterField.text.length > 0 ? qsTr("No server matches “%1”").arg(filterField.text) : qsTr("None of the servers is in that state")
                message: filterField.text.length === 0 ? "" : qsTr("The filter looks at names, descriptions and addresses. Escape empties it.")
            }
            EmptyState {
                anchors.centerIn: parent
                visible: page.servers.count === 0
                title: !page.servers.reachable ? page.status.linkHeadline : page.status.catalogUsable ? qsTr("No servers yet") : qsTr("There is no server list to show")
                message: !page.servers.reachable ? qsTr("Its servers show here as soon as the connection is there.")
                         : page.status.catalogUsable
                         ? qsTr("Add one here, or take over those of another program. They are kept in %1, which you can edit as well.").arg(page.status.catalogPath)
                         : qsTr("Nova reads %1 again as soon as it changes. A server looks like this:").arg(page.status.catalogPath)
                example: page.status.catalogUsable || !page.servers.reachable ? "" : "gmail:\n  url: http://localhost:8002/mcp\n  description: Read, search and draft e-mail\n  enabled: true"

                NovaButton {
                    objectName: "emptyAdd"
                    primary: true
                    visible: page.status.catalogUsable
                    enabled: page.commands.whyNot.length === 0
                    text: qsTr("Add server")
                    onClicked: page.commands.add()
                }
                NovaButton {
                    objectName: "emptyImport"
                    visible: page.status.catalogUsable
                    enabled: page.commands.whyNot.length === 0
                    text: qsTr("Import")
                    onClicked: page.importWanted()
                }
            }
        }
    }
}
