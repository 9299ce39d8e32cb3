import QtQuick
import NovaSettings

// Takes a file or a text that is dropped on the window, and says so while it hovers.
DropArea {
    id: area

    signal fileDropped(string path)
    signal textDropped(string text)

    onEntered: drag => drag.accepted = drag.hasUrls || drag.hasText
    onDropped: drop => {
        if (drop.hasUrls && drop.urls.length > 0 && drop.urls[0].toString().startsWith("file:"))
            area.fileDropped(drop.urls[0].toString());
        else if (drop.hasText)
            area.textDropped(drop.text);
        drop.accept(Qt.CopyAction);
    }

    Rectangle {
        objectName: "dropHint"
        anchors.fill: parent
        visible: area.containsDrag
        color: Theme.accentSubtle
        opacity: 0.94
        border.width: 2
        border.color: Theme.accent

        Text {
            anchors.centerIn: parent
            width: parent.width - 2 * Theme.spaceXl
            text: qsTr("Drop it here to see which servers it would add")
            color: Theme.text
            font.pixelSize: Theme.fontTitle
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
        }
    }
}
