import QtQuick
import QtQuick.Controls.Basic
import NovaSettings
import NovaSettings.Pictures

// One kind of event, shown or not: a tick and a word.
AbstractButton {
    id: choice

    implicitHeight: 28
    leftPadding: Theme.spaceS
    rightPadding: Theme.spaceS
    checkable: true
    hoverEnabled: true
    font.pixelSize: Theme.fontSmall

    Accessible.role: Accessible.CheckBox
    Accessible.name: choice.text
    Accessible.checkable: true
    Accessible.checked: choice.checked

    function flip() {
        choice.toggle();
        choice.toggled();
    }

    Keys.onReturnPressed: choice.flip()
    Keys.onEnterPressed: choice.flip()

    background: Rectangle {
        radius: height / 2
        color: choice.checked ? Theme.surfaceSelected : (choice.hovered ? Theme.surfaceHover : "transparent")
        border.width: 1
        border.color: choice.checked ? Theme.accent : Theme.border

        FocusRing {
            visible: choice.visualFocus
            anchors.margins: -3
            radius: height / 2
        }
    }
    contentItem: Row {
        spacing: Theme.spaceXs

        Glyph {
            anchors.verticalCenter: parent.verticalCenter
            visible: choice.checked
            width: 12
            height: 12
            shape: Glyph.Check
            color: Theme.accent
        }
        Text {
            anchors.verticalCenter: parent.verticalCenter
            text: choice.text
            textFormat: Text.PlainText
            color: choice.checked ? Theme.accent : Theme.textMuted
            font.pixelSize: choice.font.pixelSize
        }
    }
}
