import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import NovaSettings
import NovaSettings.Pictures

// A file of another program in which servers were found: whose, how many, and where it is.
AbstractButton {
    id: button

    required property int index
    required property string modelData
    readonly property var host: button.ListView.view
    readonly property string path: button.host ? button.host.importing.placePaths[button.index] : ""

    objectName: "importPlace"
    text: button.modelData
    implicitHeight: Theme.sizeControl + Theme.spaceL
    hoverEnabled: true

    Accessible.role: Accessible.Button
    Accessible.name: button.text
    Accessible.description: button.path

    onClicked: button.host.importing.readPlace(button.index)
    Keys.onReturnPressed: button.clicked()
    Keys.onEnterPressed: button.clicked()

    background: Rectangle {
        radius: Theme.radiusControl
        color: button.hovered || button.down ? Theme.surfaceHover : "transparent"
        border.width: 1
        border.color: button.hovered ? Theme.borderStrong : Theme.border

        FocusRing {
            visible: button.visualFocus
        }
    }
    contentItem: RowLayout {
        spacing: Theme.spaceM

        Glyph {
            Layout.leftMargin: Theme.spaceM
            Layout.preferredWidth: 16
            Layout.preferredHeight: 16
            shape: Glyph.Import
            color: Theme.textMuted
        }
        Column {
            Layout.fillWidth: true
            Layout.rightMargin: Theme.spaceM
            spacing: 2

            Text {
                width: parent.width
                text: button.text
                textFormat: Text.PlainText
                color: Theme.text
                font.pixelSize: Theme.fontBody
                elide: Text.ElideRight
                horizontalAlignment: Text.AlignLeft
            }
            Text {
                width: parent.width
                text: button.path
                textFormat: Text.PlainText
                color: Theme.textMuted
                font.pixelSize: Theme.fontSmall
                elide: Text.ElideMiddle
                horizontalAlignment: Text.AlignLeft
            }
        }
    }
}
