import QtQuick
import QtQuick.Layouts
import NovaSettings

// Nova's own settings.
FocusScope {
    id: page

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        PageHeader {
            Layout.fillWidth: true
            title: qsTr("Settings")
            detail: ""
        }
        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
    }
}
