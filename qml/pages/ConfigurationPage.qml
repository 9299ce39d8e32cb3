import QtQuick
import QtQuick.Layouts
import NovaSettings
import NovaSettings.ViewModels

// The catalog as its text.
FocusScope {
    id: page

    required property TextDraft draft
    required property VersionsModel versions

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        PageHeader {
            Layout.fillWidth: true
            title: qsTr("Configuration")
            detail: ""
        }
        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
    }
}
