import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import NovaSettings
import NovaSettings.ViewModels

// How every server is, a card for each; those that need a person first. j, k and the arrows move, Enter opens the
// details, r checks.
FocusScope {
    id: page

    required property ServersModel servers
    required property StatusModel status
    required property DetailsModel details

    /// Somebody wants to restart that service.
    signal restartWanted(string service)

    function openDetails(row: int) {
        const name = shown.nameAt(row);
        page.details.name = page.details.name === name ? "" : name;
    }

    ServerFilter {
        id: shown
        servers: page.servers
        show: states.show
        // What is about to be clicked stays where it is.
        held: gridHover.atWork
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        PageHeader {
            Layout.fillWidth: true
            title: qsTr("Health")
            detail: page.width < 700 ? "" : page.servers.summary

            StateFilter {
                id: states
                servers: page.servers
            }
        }
        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true

            GridView {
                id: grid

                /// The keyboard was used last: only then its place is shown, a mouse shows its own.
                property bool byKeyboard: false
                // What the cards share, and what they ask for.
                readonly property int latencyScaleMs: page.servers.latencyScaleMs
                readonly property string chosenName: page.details.name
                readonly property bool reachable: page.servers.reachable
                function openRow(row: int) {
                    page.openDetails(row);
                }
                function checkRow(row: int) {
                    shown.check(row);
                }
                function restartRow(row: int) {
                    page.restartWanted(shown.serviceAt(row));
                }
                readonly property int columns: Math.max(1, Math.floor((width - 2 * Theme.spaceL) / 228))

                objectName: "healthGrid"
                anchors.fill: parent
                leftMargin: Theme.spaceL
                rightMargin: Theme.spaceL
                topMargin: Theme.spaceM
                bottomMargin: Theme.spaceM
                cellWidth: Math.floor((width - 2 * Theme.spaceL) / columns)
                cellHeight: 220
                focus: true
                activeFocusOnTab: true
                clip: true
                model: shown
                boundsBehavior: Flickable.StopAtBounds
                highlightMoveDuration: 0
                keyNavigationEnabled: true
                visible: shown.count > 0
                ScrollBar.vertical: NovaScrollBar {}

                Accessible.role: Accessible.List
                Accessible.name: qsTr("Health of the servers")
                Accessible.description: qsTr("%1 in the list").arg(grid.count)

                Keys.onPressed: event => {
                    grid.byKeyboard = true;
                    switch (event.key) {
                    case Qt.Key_J:
                        grid.currentIndex = Math.min(grid.currentIndex + 1, grid.count - 1);
                        break;
                    case Qt.Key_K:
                        grid.currentIndex = Math.max(grid.currentIndex - 1, 0);
                        break;
                    case Qt.Key_Home:
                        grid.currentIndex = 0;
                        break;
                    case Qt.Key_End:
                        grid.currentIndex = grid.count - 1;
                        break;
                    case Qt.Key_Return:
                    case Qt.Key_Enter:
                        page.openDetails(grid.currentIndex);
                        break;
                    case Qt.Key_R:
                        if (event.modifiers & Qt.ShiftModifier)
                            page.restartWanted(shown.serviceAt(grid.currentIndex));
                        else
                            shown.check(grid.currentIndex);
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
                Keys.onReleased: grid.byKeyboard = true
                onCurrentIndexChanged: {
                    // The details go along with the keyboard.
                    if (grid.byKeyboard && page.details.name.length > 0)
                        page.details.name = shown.nameAt(grid.currentIndex);
                }

                delegate: HealthCard {}
                highlight: Item {
                    z: 2

                    FocusRing {
                        anchors.margins: 1
                    }
                }
                Binding {
                    target: grid.highlightItem
                    property: "visible"
                    value: grid.byKeyboard && grid.activeFocus
                }
                TapHandler {
                    onPressedChanged: grid.byKeyboard = false
                }
                BusyHover {
                    id: gridHover
                }
            }
            EmptyState {
                anchors.centerIn: parent
                visible: page.servers.count > 0 && shown.count === 0
                title: states.show === ServerFilter.Needing ? qsTr("Nothing needs you")
                     : states.show === ServerFilter.Off ? qsTr("Every server is on") : qsTr("No server works just now")
                message: states.show === ServerFilter.Working ? qsTr("“All” shows what keeps them from it.") : qsTr("“All” shows every server.")
            }
            EmptyState {
                anchors.centerIn: parent
                visible: page.servers.count === 0
                title: page.servers.reachable ? qsTr("No servers yet") : page.status.linkHeadline
                message: !page.servers.reachable ? qsTr("How its servers are shows here as soon as the connection is there.") : qsTr("Add one to %1 and save the file. How it is shows here within seconds.").arg(page.status.catalogPath)
            }
        }
    }
}
