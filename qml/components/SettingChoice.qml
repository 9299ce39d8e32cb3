import QtQuick
import NovaSettings

// The list of a setting that is one of a few.
NovaComboBox {
    id: box

    required property SettingRow row

    objectName: "choice"
    name: box.row.title
    enabled: box.row.editable || box.row.settings.applying // Without a flicker meanwhile.
    model: box.row.choices
    currentIndex: box.row.choice
    onActivated: index => box.row.settings.choose(box.row.index, index)

    // What is picked is written to the model; what the model says is shown, also after Cancel.
    Connections {
        target: box.row

        function onChoiceChanged() {
            box.currentIndex = box.row.choice;
        }
    }
}
