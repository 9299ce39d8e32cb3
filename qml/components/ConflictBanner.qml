import QtQuick
import QtQuick.Layouts
import NovaSettings
import NovaSettings.ViewModels

// The file has changed under a draft: what that means, and the three ways on.
Rectangle {
    id: banner

    required property TextDraft draft
    property bool comparing: false

    visible: banner.draft.conflict
    implicitHeight: visible ? content.implicitHeight + 2 * Theme.spaceM : 0
    color: Theme.attentionSubtle
    objectName: "conflict"

    Accessible.role: Accessible.AlertMessage
    Accessible.name: banner.draft.conflictWords

    onVisibleChanged: banner.comparing = false

    ColumnLayout {
        id: content
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.leftMargin: Theme.spaceXl
        anchors.rightMargin: Theme.spaceXl
        anchors.topMargin: Theme.spaceM
        spacing: Theme.spaceS

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.spaceM

            StatusMark {
                Layout.alignment: Qt.AlignTop
                Layout.topMargin: 2
                status: StatusModel.Attention
            }
            Text {
                Layout.fillWidth: true
                text: qsTr("%1 Your draft is not saved yet.").arg(banner.draft.conflictWords)
                textFormat: Text.PlainText
                color: Theme.text
                font.pixelSize: Theme.fontBody
                font.weight: Font.DemiBold
                horizontalAlignment: Text.AlignLeft
                wrapMode: Text.Wrap
            }
        }
        Flow {
            Layout.fillWidth: true
            spacing: Theme.spaceS

            NovaButton {
                objectName: "keepMine"
                text: qsTr("Keep mine")
                Accessible.description: qsTr("The draft stays; saving it replaces what is in the file now.")
                onClicked: banner.draft.keepMine()
            }
            NovaButton {
                objectName: "takeTheirs"
                text: qsTr("Take theirs")
                Accessible.description: qsTr("The text of the file takes the place of the draft. Undo brings the draft back.")
                onClicked: banner.draft.takeTheirs()
            }
            NovaButton {
                objectName: "compare"
                text: banner.comparing ? qsTr("Back to the draft") : qsTr("Compare")
                onClicked: banner.comparing = !banner.comparing
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
