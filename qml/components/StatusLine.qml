import QtQuick
import QtQuick.Layouts
import NovaSettings
import NovaSettings.ViewModels

// The bottom of the window: how the files, the web side and Redis stand.
Rectangle {
    id: line

    required property StatusModel status
    /// There is little room: of a file that is fine its mark is enough.
    readonly property bool narrow: line.width < 600

    implicitHeight: 32
    color: Theme.background

    Rectangle {
        width: parent.width
        height: 1
        color: Theme.border
    }
    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.spaceXl
        anchors.rightMargin: Theme.spaceXl
        spacing: Theme.spaceL

        StatusItem {
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth
            objectName: "catalogStatus"
            status: line.status.catalogMark
            text: line.status.catalogText
            detail: line.status.catalogPath
            brief: line.narrow && line.status.catalogMark === StatusModel.Good
        }
        StatusItem {
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth
            status: line.status.promptMark
            text: line.status.promptText
            detail: line.status.promptPath
            brief: line.narrow && line.status.promptMark === StatusModel.Good
        }
        Item {
            Layout.fillWidth: true
        }
        StatusItem {
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth
            Layout.minimumWidth: Math.min(implicitWidth, 88)
            status: line.status.webMark
            text: line.status.webText
            detail: line.status.webDetail
        }
        StatusItem {
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth
            Layout.minimumWidth: Math.min(implicitWidth, 88)
            status: line.status.redisMark
            text: line.status.redisText
            detail: line.status.redisDetail
        }
    }
}
