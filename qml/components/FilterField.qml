import QtQuick
import QtQuick.Controls.Basic
import NovaSettings
import NovaSettings.Pictures

// Where somebody types what to look for. Escape empties it and leaves, Down and Enter go to the list.
TextField {
    id: field

    /// The keyboard is to go where the results are.
    signal finished

    implicitWidth: 224
    implicitHeight: Theme.sizeControl
    leftPadding: field.LayoutMirroring.enabled ? Theme.spaceM : 34
    rightPadding: field.LayoutMirroring.enabled ? 34 : Theme.spaceM
    topPadding: 0
    bottomPadding: 0
    horizontalAlignment: TextInput.AlignLeft
    verticalAlignment: TextInput.AlignVCenter
    placeholderText: qsTr("Filter   /")
    placeholderTextColor: Theme.textMuted
    color: Theme.text
    selectionColor: Theme.accent
    selectedTextColor: Theme.textOnAccent
    font.pixelSize: Theme.fontBody

    Accessible.name: qsTr("Filter the servers")
    Accessible.searchEdit: true

    Keys.onEscapePressed: {
        field.clear();
        field.finished();
    }
    Keys.onDownPressed: field.finished()
    Keys.onReturnPressed: field.finished()
    Keys.onEnterPressed: field.finished()

    background: Rectangle {
        radius: Theme.radiusControl
        color: Theme.surface
        border.width: field.activeFocus ? 2 : 1
        border.color: field.activeFocus ? Theme.focus : Theme.borderStrong

        Glyph {
            anchors.left: parent.left
            anchors.leftMargin: 11
            anchors.verticalCenter: parent.verticalCenter
            width: 14
            height: 14
            shape: Glyph.Search
            color: Theme.textMuted
        }
    }
}
