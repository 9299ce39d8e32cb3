import QtQuick
import QtQuick.Layouts
import NovaSettings
import NovaSettings.ViewModels

// How many tasks of other programs wait, run and are done; what failed stands out. Not there where none was ever told.
Rectangle {
    id: line

    required property StatusModel status

    visible: line.status.tasksText.length > 0
    implicitHeight: visible ? 32 : 0
    color: Theme.surface

    Accessible.role: Accessible.StaticText
    Accessible.name: line.status.tasksFailedText.length > 0
                     ? qsTr("Tasks: %1, %2").arg(line.status.tasksFailedText).arg(line.status.tasksText)
                     : qsTr("Tasks: %1").arg(line.status.tasksText)

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.spaceXl
        anchors.rightMargin: Theme.spaceXl
        spacing: Theme.spaceM

        Text {
            text: qsTr("Tasks")
            color: Theme.text
            font.pixelSize: Theme.fontSmall
            font.weight: Font.DemiBold
        }
        RowLayout {
            visible: line.status.tasksFailedText.length > 0
            spacing: Theme.spaceXs

            StatusMark {
                Layout.preferredWidth: 12
                Layout.preferredHeight: 12
                status: StatusModel.Failing
            }
            Text {
                objectName: "tasksFailed"
                text: line.status.tasksFailedText
                color: Theme.failing
                font.pixelSize: Theme.fontSmall
                font.weight: Font.DemiBold
            }
        }
        Text {
            objectName: "tasksStatus"
            Layout.fillWidth: true
            text: line.status.tasksText
            horizontalAlignment: Text.AlignLeft
            color: Theme.textMuted
            font.pixelSize: Theme.fontSmall
            elide: Text.ElideRight
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Theme.border
    }
}
