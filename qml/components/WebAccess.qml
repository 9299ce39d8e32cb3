import QtQuick
import QtQuick.Layouts
import NovaSettings
import NovaSettings.ViewModels

// How one gets to the web page while it is served: its address, a link that signs in once, and the token.
Item {
    id: access
    objectName: "webAccess"

    required property SettingsModel settings

    implicitHeight: content.implicitHeight + 2 * Theme.spaceM

    Rectangle {
        width: parent.width
        height: access.implicitHeight
        radius: Theme.radiusControl
        color: Theme.codeBackground
    }
    ColumnLayout {
        id: content
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.topMargin: Theme.spaceM
        anchors.leftMargin: Theme.spaceL
        anchors.rightMargin: Theme.spaceL
        spacing: Theme.spaceS

        GridLayout {
            Layout.fillWidth: true
            columns: access.width < 560 ? 1 : 2
            columnSpacing: Theme.spaceM
            rowSpacing: Theme.spaceS

            TextEdit {
                objectName: "webAddress"
                Layout.fillWidth: true
                text: access.settings.webAddress
                textFormat: TextEdit.PlainText
                readOnly: true
                selectByMouse: true
                color: Theme.text
                selectionColor: Theme.accent
                selectedTextColor: Theme.textOnAccent
                font.pixelSize: Theme.fontBody
                font.family: Theme.monospace
                Accessible.role: Accessible.StaticText
                Accessible.name: qsTr("Served at %1").arg(text)
            }
            RowLayout {
                spacing: Theme.spaceS

                NovaButton {
                    objectName: "openWeb"
                    small: true
                    text: qsTr("Open")
                    Accessible.description: qsTr("Opens the web page in the browser, signed in")
                    onClicked: access.settings.openWeb()
                }
                NovaButton {
                    objectName: "copyLink"
                    small: true
                    text: qsTr("Copy link")
                    Accessible.description: qsTr("Copies a link that signs in once")
                    onClicked: access.settings.copyLink()
                }
                NovaButton {
                    objectName: "showToken"
                    small: true
                    visible: access.settings.webAsksForToken
                    text: access.settings.token.length > 0 ? qsTr("Hide token") : qsTr("Show token")
                    onClicked: {
                        if (access.settings.token.length > 0)
                            access.settings.hideToken();
                        else
                            access.settings.showToken();
                    }
                }
            }
        }
        TextEdit {
            objectName: "token"
            Layout.fillWidth: true
            visible: text.length > 0
            text: access.settings.token
            textFormat: TextEdit.PlainText
            readOnly: true
            selectByMouse: true
            wrapMode: TextEdit.WrapAnywhere
            color: Theme.text
            selectionColor: Theme.accent
            selectedTextColor: Theme.textOnAccent
            font.pixelSize: Theme.fontBody
            font.family: Theme.monospace
            Accessible.role: Accessible.StaticText
            Accessible.name: qsTr("Token")
        }
        Text {
            Layout.fillWidth: true
            text: access.settings.webAsksForToken ? qsTr("The link signs in one browser, within the hour. Programs send the token.")
                                                  : qsTr("Nobody is asked for the token: --no-auth was given.")
            color: Theme.textMuted
            font.pixelSize: Theme.fontSmall
            horizontalAlignment: Text.AlignLeft
            wrapMode: Text.Wrap
        }
    }
}
