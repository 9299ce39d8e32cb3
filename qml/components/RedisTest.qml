import QtQuick
import QtQuick.Layouts
import NovaSettings
import NovaSettings.ViewModels

// Tries the address of Redis that is written above, applied or not, and says how that went.
Item {
    id: trial

    required property SettingsModel settings

    implicitHeight: line.implicitHeight

    RowLayout {
        id: line
        width: parent.width
        spacing: Theme.spaceM

        NovaButton {
            objectName: "testRedis"
            small: true
            text: trial.settings.testingRedis ? qsTr("Trying…") : qsTr("Test")
            enabled: !trial.settings.testingRedis
            Accessible.description: qsTr("Tries the address of Redis as it is written")
            onClicked: trial.settings.testRedis()
        }
        StatusMark {
            visible: finding.visible
            status: trial.settings.redisWorks ? StatusModel.Good : StatusModel.Failing
        }
        Text {
            id: finding
            objectName: "redisFinding"
            Layout.fillWidth: true
            visible: text.length > 0
            text: trial.settings.redisFinding
            textFormat: Text.PlainText
            color: Theme.text
            font.pixelSize: Theme.fontBody
            horizontalAlignment: Text.AlignLeft
            wrapMode: Text.Wrap
            Accessible.role: Accessible.AlertMessage
            Accessible.name: text
        }
        Item {
            Layout.fillWidth: !finding.visible
        }
    }
}
