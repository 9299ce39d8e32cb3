import QtQuick
import QtQuick.Layouts
import NovaSettings

// What stands above a field of a form.
Text {
    Layout.fillWidth: true
    textFormat: Text.PlainText
    color: Theme.textMuted
    font.pixelSize: Theme.fontSmall
    horizontalAlignment: Text.AlignLeft
    wrapMode: Text.Wrap
}
