import QtQuick
import QtQuick.Layouts
import NovaSettings
import NovaSettings.ViewModels

// The Nova that is shown is on another machine and not there just now: since when, why, and what can be done.
Rectangle {
    id: banner

    required property ConnectionsModel connections

    /// Somebody wants to give it another token.
    signal tokenWanted

    visible: banner.connections.headline.length > 0
    implicitHeight: visible ? content.implicitHeight + 2 * Theme.spaceM : 0
    color: banner.connections.mark === StatusModel.Failing ? Theme.failingSubtle : Theme.attentionSubtle

    Accessible.role: Accessible.AlertMessage
    Accessible.name: banner.connections.headline
    Accessible.description: banner.connections.detail

    RowLayout {
        id: content
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.spaceXl
        anchors.rightMargin: Theme.spaceXl
        spacing: Theme.spaceM

        StatusMark {
            Layout.alignment: Qt.AlignTop
            Layout.topMargin: 2
            status: banner.connections.mark
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 2

            Text {
                objectName: "linkHeadline"
                Layout.fillWidth: true
                text: banner.connections.headline
                textFormat: Text.PlainText
                color: Theme.text
                font.pixelSize: Theme.fontBody
                font.weight: Font.DemiBold
                horizontalAlignment: Text.AlignLeft
                wrapMode: Text.Wrap
            }
            Text {
                objectName: "linkDetail"
                Layout.fillWidth: true
                visible: text.length > 0
                text: banner.connections.detail
                textFormat: Text.PlainText
                color: Theme.text
                font.pixelSize: Theme.fontBody
                horizontalAlignment: Text.AlignLeft
                wrapMode: Text.Wrap
            }
        }
        NovaButton {
            objectName: "linkToken"
            visible: banner.connections.wantsToken
            primary: true
            text: qsTr("Enter the token")
            onClicked: banner.tokenWanted()
        }
        NovaButton {
            objectName: "linkRetry"
            visible: !banner.connections.connecting
            text: qsTr("Try now")
            onClicked: banner.connections.retry()
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Theme.border
    }
}
