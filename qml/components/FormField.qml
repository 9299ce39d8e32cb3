import QtQuick
import QtQuick.Layouts
import NovaSettings
import NovaSettings.ViewModels

// One field of the ServerForm with what it is above it and what is wrong below. Enter saves the form.
ColumnLayout {
    id: entry

    required property ServerForm form
    required property string field
    required property string label
    property string placeholder

    /// The keyboard is there.
    signal reached(item: Item)

    function take() {
        input.forceActiveFocus(Qt.TabFocusReason);
        input.selectAll();
    }

    Layout.fillWidth: true
    spacing: Theme.spaceXs

    FormLabel {
        text: entry.label
    }
    NovaTextField {
        id: input
        objectName: entry.objectName + "Input"
        Layout.fillWidth: true
        name: entry.label
        placeholderText: entry.placeholder
        text: entry.form.fields[entry.field] ?? ""
        problem: entry.form.problems[entry.field] ?? ""
        onEdited: text => entry.form.set(entry.field, text)
        onAccepted: entry.form.save()
        onActiveFocusChanged: {
            if (input.activeFocus)
                entry.reached(entry);
            else
                entry.form.leave(entry.field);
        }
    }
}
