import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import NovaSettings
import NovaSettings.ViewModels

// What is wrong with the files and the state folder: what it means, then every finding with its place and what to do about it.
Rectangle {
    id: banner

    required property StatusModel status

    visible: banner.status.problems.count > 0
    implicitHeight: visible ? content.implicitHeight + 2 * Theme.spaceM : 0
    color: Theme.failingSubtle

    Accessible.role: Accessible.AlertMessage
    Accessible.name: banner.status.headline

    RowLayout {
        id: content
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.leftMargin: Theme.spaceXl
        anchors.rightMargin: Theme.spaceXl
        anchors.topMargin: Theme.spaceM
        spacing: Theme.spaceM

        StatusMark {
            Layout.alignment: Qt.AlignTop
            Layout.topMargin: 2
            status: StatusModel.Failing
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.spaceXs

            Text {
                Layout.fillWidth: true
                text: banner.status.headline
                color: Theme.text
                font.pixelSize: Theme.fontBody
                font.weight: Font.DemiBold
                horizontalAlignment: Text.AlignLeft
                wrapMode: Text.Wrap
            }
            ListView {
                id: findings
                objectName: "findings"
                Layout.fillWidth: true
                Layout.preferredHeight: Math.min(contentHeight, 140)
                clip: true
                spacing: Theme.spaceXs
                interactive: contentHeight > height
                boundsBehavior: Flickable.StopAtBounds
                model: banner.status.problems
                ScrollBar.vertical: NovaScrollBar {}

                delegate: Column {
                    id: finding

                    required property string file
                    required property string place
                    required property string message
                    required property string hint

                    width: ListView.view.width

                    Text {
                        width: parent.width
                        text: finding.place.length > 0 ? qsTr("%1, %2: %3").arg(finding.file).arg(finding.place).arg(finding.message)
                                                       : finding.message
                        textFormat: Text.PlainText
                        color: Theme.text
                        font.pixelSize: Theme.fontBody
                        horizontalAlignment: Text.AlignLeft
                        wrapMode: Text.Wrap
                    }
                    Text {
                        width: parent.width
                        visible: finding.hint.length > 0
                        text: finding.hint
                        textFormat: Text.PlainText
                        color: Theme.textMuted
                        font.pixelSize: Theme.fontSmall
                        horizontalAlignment: Text.AlignLeft
                        wrapMode: Text.Wrap
                    }
                }
            }
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Theme.border
    }
}
