import QtQuick
import NovaSettings
import NovaSettings.ViewModels

// All the settings, one below the other.
Column {
    id: list

    required property SettingsModel settings

    /// Moves the keyboard to a setting; its row.
    function takeFocus(row: int): Item {
        const item = repeater.itemAt(row) as SettingRow;
        item.takeFocus();
        return item;
    }

    Repeater {
        id: repeater
        model: list.settings

        SettingRow {
            anchors.left: parent ? parent.left : undefined
            anchors.leftMargin: Theme.spaceXl
            width: parent ? Math.min(800, parent.width - 2 * Theme.spaceXl) : 0
        }
    }
    Text {
        objectName: "nothingFound"
        width: parent.width
        topPadding: Theme.spaceXxl
        horizontalAlignment: Text.AlignHCenter
        visible: list.settings.shownCount === 0
        text: list.settings.filter.length > 0 ? qsTr("No setting is called that.") : qsTr("There are no settings to show.")
        color: Theme.textMuted
        font.pixelSize: Theme.fontBody
    }
    Item {
        width: 1
        height: Theme.spaceXxl
    }
}
