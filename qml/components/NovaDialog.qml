import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import NovaSettings

// A question or a form over the window: a title, what it is about, and the buttons below. Escape closes it. What is
// higher than the window scrolls; the buttons stay.
Popup {
    id: dialog

    required property string title
    /// The width it would like to have.
    property int preferredWidth: 520
    readonly property real mostHeight: (dialog.parent ? dialog.parent.height : 400) - 2 * Theme.spaceXl
    readonly property real wantedHeight: frame.implicitHeight + 2 * dialog.padding
    default property alias content: body.data
    property alias buttons: buttonRow.data

    /// Brings an item of the content into view; for whoever moves the keyboard there.
    function reveal(item: Item) {
        scroll.reveal(item);
    }

    anchors.centerIn: parent
    width: Math.min(dialog.preferredWidth, (dialog.parent ? dialog.parent.width : dialog.preferredWidth) - 2 * Theme.spaceXl)
    height: Math.min(dialog.wantedHeight, dialog.mostHeight)
    modal: true
    focus: true
    padding: Theme.spaceXl

    background: Rectangle {
        color: Theme.surfaceRaised
        border.color: Theme.border
        radius: Theme.radiusControl
    }
    ColumnLayout {
        id: frame
        anchors.fill: parent
        spacing: Theme.spaceM
        // A popup is no item, so that its content has to say what it is.
        Accessible.role: Accessible.Dialog
        Accessible.name: dialog.title

        // What is not taken by a field moves what does not fit.
        Keys.onPressed: event => {
            const most = scroll.contentHeight - scroll.height;
            const step = event.key === Qt.Key_Down ? 40 : event.key === Qt.Key_Up ? -40
                       : event.key === Qt.Key_PageDown ? scroll.height - 40 : event.key === Qt.Key_PageUp ? 40 - scroll.height : 0;
            event.accepted = step !== 0 && most > 0;
            if (event.accepted)
                scroll.contentY = Math.max(0, Math.min(most, scroll.contentY + step));
        }

        Text {
            Layout.fillWidth: true
            text: dialog.title
            textFormat: Text.PlainText
            color: Theme.text
            font.pixelSize: Theme.fontLarge
            font.weight: Font.DemiBold
            horizontalAlignment: Text.AlignLeft
            wrapMode: Text.Wrap
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        Flickable {
            id: scroll
            Layout.fillWidth: true
            Layout.fillHeight: true
            implicitHeight: body.implicitHeight
            contentHeight: body.implicitHeight
            clip: contentHeight > height
            boundsBehavior: Flickable.StopAtBounds
            ScrollBar.vertical: NovaScrollBar {}

            function reveal(item: Item) {
                const top = item.mapToItem(body, 0, 0).y;
                if (top < scroll.contentY)
                    scroll.contentY = top;
                else if (top + item.height > scroll.contentY + scroll.height)
                    scroll.contentY = top + item.height - scroll.height;
            }

            ColumnLayout {
                id: body
                // Beside the scroll bar, not under it. Not asked of scroll.height, which follows what is wanted: the two
                // could take turns for ever.
                width: scroll.width - (dialog.wantedHeight > dialog.mostHeight + 1 ? Theme.spaceM : 0)
                spacing: Theme.spaceM
            }
        }
        RowLayout {
            id: buttonRow
            Layout.fillWidth: true
            Layout.topMargin: Theme.spaceS
            layoutDirection: Qt.RightToLeft
            spacing: Theme.spaceS
        }
    }
}
