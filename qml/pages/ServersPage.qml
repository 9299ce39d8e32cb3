import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import NovaSettings
import NovaSettings.ViewModels

// Every server of the catalog with its switch and how it is. The list has the keyboard: j, k and the arrows move, Space
// switches, Enter opens the details, r checks.
FocusScope {
    id: page

    required property ServersModel servers
    required property StatusModel status
    required property DetailsModel details

    /// Somebody wants to restart that service.
    signal restartWanted(string service)

    function openFilter() {
        filterField.forceActiveFocus(Qt.ShortcutFocusReason);
        filterField.selectAll();
    }

    function toList() {
        list.byKeyboard = true;
        list.forceActiveFocus();
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
                width: page.width < 640 ? 160 : implicitWidth
                onFinished: page.toList()
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
                function openRow(row: int) {
                    page.openDetails(row);
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
                reuseItems: false
                ScrollBar.vertical: NovaScrollBar {}

                Accessible.role: Accessible.List
                Accessible.name: qsTr("Servers")

                Keys.onPressed: event => {
                    list.byKeyboard = true;
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
                        if (!event.isAutoRepeat)
                            shown.toggle(list.currentIndex);
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
            }
            EmptyState {
                anchors.centerIn: parent
                visible: page.servers.count > 0 && shown.count === 0
                title: qsTr("No server matches “%1”").arg(filterField.text)
                message: qsTr("The filter looks at names, descriptions and addresses. Escape empties it.")
            }
            EmptyState {
                anchors.centerIn: parent
                visible: page.servers.count === 0
                title: page.status.catalogUsable ? qsTr("No servers yet") : qsTr("There is no server list to show")
                message: page.status.catalogUsable
                         ? qsTr("Add one to %1 and save the file. It shows here at once.").arg(page.status.catalogPath)
                         : qsTr("Nova reads %1 again as soon as it changes. A server looks like this:").arg(page.status.catalogPath)
                example: "gmail:\n  url: http://localhost:8002/mcp\n  description: Read, search and draft e-mail\n  enabled: true"
            }
        }
    }
}
