import QtQuick
import NovaSettings
import NovaSettings.Pictures

// What is shown where there is nothing to show: why, and what to do next.
Column {
    id: empty

    required property string title
    property string message
    /// Text to copy into a file, in a fixed-width font.
    property string example
    /// Buttons: the next step.
    default property alias actions: buttonRow.data

    width: Math.min(520, parent ? parent.width - 2 * Theme.spaceXxl : 520)
    spacing: Theme.spaceM

    Glyph {
        anchors.horizontalCenter: parent.horizontalCenter
        width: 40
        height: 40
        shape: Glyph.Nova
        color: Theme.borderStrong
    }
    Text {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        text: empty.title
        color: Theme.text
        font.pixelSize: Theme.fontLarge
        font.weight: Font.DemiBold
        wrapMode: Text.Wrap
    }
    Text {
        width: parent.width
        visible: text.length > 0
        horizontalAlignment: Text.AlignHCenter
        text: empty.message
        color: Theme.textMuted
        font.pixelSize: Theme.fontBody
        lineHeight: 1.3
        wrapMode: Text.Wrap
    }
    Row {
        id: buttonRow
        anchors.horizontalCenter: parent.horizontalCenter
        visible: children.length > 0
        spacing: Theme.spaceS
    }
    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        visible: empty.example.length > 0
        width: Math.min(parent.width, code.implicitWidth + 2 * Theme.spaceL)
        height: code.implicitHeight + 2 * Theme.spaceM
        radius: Theme.radiusControl
        color: Theme.codeBackground

        TextEdit {
            id: code
            x: Theme.spaceL
            y: Theme.spaceM
            text: empty.example
            textFormat: TextEdit.PlainText
            readOnly: true
            selectByMouse: true
            activeFocusOnPress: true
            color: Theme.text
            selectionColor: Theme.accent
            selectedTextColor: Theme.textOnAccent
            font.family: Theme.monospace
            font.pixelSize: Theme.fontBody
        }
    }
}
