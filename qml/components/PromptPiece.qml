import QtQuick
import NovaSettings

// A piece of the prompt's text, for reading and copying. Links open in the browser when they are clicked.
Item {
    id: piece
    objectName: "piece"

    required property string html

    height: text.height

    Accessible.role: Accessible.Paragraph
    Accessible.name: text.length > 0 ? text.getText(0, text.length) : ""

    TextEdit {
        id: text
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(PromptStyle.measure, parent.width - 2 * Theme.spaceXl)
        text: PromptStyle.sheet + piece.html
        textFormat: TextEdit.RichText
        wrapMode: TextEdit.Wrap
        readOnly: true
        selectByMouse: true
        persistentSelection: true
        color: Theme.text
        selectionColor: Theme.accent
        selectedTextColor: Theme.textOnAccent
        font.pixelSize: Theme.fontBody
        onLinkActivated: link => Qt.openUrlExternally(link)

        HoverHandler {
            id: pointer
            cursorShape: text.hoveredLink.length > 0 ? Qt.PointingHandCursor : Qt.IBeamCursor
        }
        NovaToolTip {
            visible: text.hoveredLink.length > 0
            text: text.hoveredLink
            x: pointer.point.position.x
            y: pointer.point.position.y + Theme.spaceL
        }
    }
}
