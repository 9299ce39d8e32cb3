import QtQuick
import QtQuick.Layouts
import NovaSettings
import NovaSettings.ViewModels

// What is written on the settings page and not applied yet, and what to do with it. There while there is something.
Rectangle {
    id: bar
    objectName: "settingsBar"

    required property SettingsModel settings

    visible: bar.settings.changeCount > 0
    implicitHeight: bar.visible ? row.implicitHeight + 2 * Theme.spaceM : 0
    color: Theme.background

    Rectangle {
        anchors.top: parent.top
        width: parent.width
        height: 1
        color: Theme.border
    }
    RowLayout {
        id: row
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.spaceXl
        anchors.rightMargin: Theme.spaceXl
        spacing: Theme.spaceS

        Text {
            objectName: "settingsSummary"
            Layout.fillWidth: bar.settings.failure.length === 0
            text: bar.settings.summary
            color: Theme.text
            font.pixelSize: Theme.fontBody
            font.weight: Font.DemiBold
        }
        Text {
            objectName: "settingsFailure"
            Layout.fillWidth: true
            Layout.leftMargin: Theme.spaceM
            visible: text.length > 0
            text: bar.settings.failure
            textFormat: Text.PlainText
            color: Theme.failing
            font.pixelSize: Theme.fontBody
            horizontalAlignment: Text.AlignLeft
            wrapMode: Text.Wrap
            Accessible.role: Accessible.AlertMessage
            Accessible.name: text
        }
        NovaButton {
            objectName: "settingsCancel"
            text: qsTr("Cancel")
            enabled: !bar.settings.applying
            onClicked: bar.settings.cancel()
        }
        NovaButton {
            objectName: "settingsApply"
            primary: true
            text: bar.settings.applying ? qsTr("Applying…") : qsTr("Apply")
            enabled: !bar.settings.applying
            onClicked: bar.settings.apply()
        }
    }
}
