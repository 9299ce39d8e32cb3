import QtQuick
import NovaSettings

// One Nova in the menu of those that can be shown.
NovaMenuItem {
    id: entry

    required property string name
    required property string address
    required property bool current

    signal chosen(string address)

    text: entry.name
    key: entry.current ? qsTr("shown") : ""
    onTriggered: entry.chosen(entry.address)
}
