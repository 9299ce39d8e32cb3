import QtQuick
import QtQuick.Layouts
import NovaSettings
import NovaSettings.ViewModels

// Why a draft was not saved, or why nothing can be changed now.
Rectangle {
    id: notes

    required property TextDraft draft
    readonly property bool failing: notes.draft.problem.length > 0

    visible: notes.failing || (notes.draft.loaded && notes.draft.readOnlyReason.length > 0)
    implicitHeight: visible ? content.implicitHeight + 2 * Theme.spaceM : 0
    color: notes.failing ? Theme.failingSubtle : Theme.codeBackground
    objectName: "draftNotes"

    Accessible.role: Accessible.AlertMessage
    Accessible.name: words.text

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
            status: notes.failing ? StatusModel.Failing : StatusModel.Attention
        }
        Text {
            id: words
            objectName: "draftNote"
            Layout.fillWidth: true
            text: notes.failing ? qsTr("Not saved. %1").arg(notes.draft.problem) : notes.draft.readOnlyReason
            textFormat: Text.PlainText
            color: Theme.text
            font.pixelSize: Theme.fontBody
            horizontalAlignment: Text.AlignLeft
            wrapMode: Text.Wrap
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Theme.border
    }
}
