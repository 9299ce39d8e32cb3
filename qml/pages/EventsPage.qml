import QtQuick
import QtQuick.Layouts
import NovaSettings
import NovaSettings.ViewModels

// What happens, as it happens.
FocusScope {
    id: page

    required property EventsModel events

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        PageHeader {
            Layout.fillWidth: true
            title: qsTr("Events")
            detail: ""
        }
        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
    }
}
