import QtQuick
import QtQuick.Layouts
import NovaSettings
import NovaSettings.Editing
import NovaSettings.Pictures

// What to look for in a text: how often it is there, and the way from one place to the next.
Rectangle {
    id: bar

    required property string text
    /// Where the search begins.
    required property int position
    /// The number of the place that is shown, from 0; -1 for none.
    property int current: -1

    signal found(int from, int to)
    signal closed

    function open(wanted: string) {
        if (wanted.length > 0 && wanted.indexOf("\u2029") < 0)
            field.text = wanted;
        bar.visible = true;
        field.forceActiveFocus(Qt.ShortcutFocusReason);
        field.selectAll();
        search.wanted = field.text;
    }

    function close() {
        bar.visible = false;
        bar.closed();
    }

    function show(number: int) {
        bar.current = number;
        if (number >= 0)
            bar.found(search.placeOf(number), search.placeOf(number) + search.wanted.length);
    }

    function step(back: bool) {
        bar.show(back ? search.previous(bar.position) : search.next(bar.current < 0 ? bar.position : bar.position + 1));
    }

    visible: false
    implicitHeight: row.implicitHeight + 2 * Theme.spaceS
    color: Theme.surfaceHover

    TextSearch {
        id: search
        text: bar.text
        caseSensitive: matchCase.checked
        onChanged: bar.current = -1
    }
    RowLayout {
        id: row
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.spaceL
        anchors.rightMargin: Theme.spaceS
        spacing: Theme.spaceS

        NovaTextField {
            id: field
            objectName: "findField"
            Layout.fillWidth: true
            Layout.minimumWidth: 120
            Layout.maximumWidth: 320
            name: qsTr("Find in the text")
            placeholderText: qsTr("Find")
            onEdited: text => {
                search.wanted = text;
                bar.show(search.next(bar.position));
            }
            onAccepted: bar.step(false)
            Keys.onEscapePressed: bar.close()
            Keys.onUpPressed: bar.step(true)
            Keys.onDownPressed: bar.step(false)
        }
        Text {
            objectName: "findCount"
            Layout.minimumWidth: 64
            text: search.wanted.length === 0 ? "" : search.count === 0 ? qsTr("not found")
                : bar.current < 0 ? search.count === 1 ? qsTr("once") : qsTr("%1 times").arg(search.count)
                : qsTr("%1 of %2").arg(bar.current + 1).arg(search.count)
            color: search.wanted.length > 0 && search.count === 0 ? Theme.failing : Theme.textMuted
            font.pixelSize: Theme.fontSmall
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
        GlyphButton {
            shape: Glyph.Up
            enabled: search.count > 0
            text: qsTr("Previous (Shift+F3)")
            onClicked: bar.step(true)
        }
        GlyphButton {
            shape: Glyph.Down
            enabled: search.count > 0
            text: qsTr("Next (F3)")
            onClicked: bar.step(false)
        }
        NovaCheckBox {
            id: matchCase
            objectName: "findCase"
            text: qsTr("Match case")
        }
        Item {
            Layout.fillWidth: true
            Layout.preferredWidth: 0
        }
        GlyphButton {
            shape: Glyph.Cross
            pictureSize: 12
            text: qsTr("Close (Escape)")
            onClicked: bar.close()
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Theme.border
    }
}
