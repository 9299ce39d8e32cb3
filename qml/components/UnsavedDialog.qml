import QtQuick
import QtQuick.Layouts
import NovaSettings
import NovaSettings.ViewModels

// Somebody wants to end the program while there are drafts: save them, drop them, or stay.
NovaDialog {
    id: dialog

    required property TextDraft prompt
    required property TextDraft catalog
    /// How the Nova is called that is shown.
    required property string shown
    /// The drafts of Novas that are not shown: they can be saved only there.
    readonly property var elsewhere: dialog.named(dialog.prompt.keptFor, dialog.catalog.keptFor)
    readonly property bool needed: dialog.prompt.dirty || dialog.catalog.dirty || dialog.elsewhere.length > 0
    readonly property bool both: dialog.prompt.dirty && dialog.catalog.dirty
    readonly property bool canSave: dialog.elsewhere.length === 0 && (!dialog.prompt.dirty || dialog.prompt.canSave) && (!dialog.catalog.dirty || dialog.catalog.canSave)
    property bool leaving: false

    /// There is nothing left to save.
    signal finished
    /// That page has what stands against saving.
    signal refused(bool inPrompt)

    function named(prompts: var, catalogs: var): var {
        return prompts.map(nova => qsTr("Prompt · %1").arg(nova)).concat(catalogs.map(nova => qsTr("Configuration · %1").arg(nova)));
    }

    function saveAll() {
        dialog.leaving = true;
        dialog.prompt.save();
        dialog.catalog.save();
        dialog.goOn();
    }

    function goOn() {
        if (!dialog.leaving || dialog.prompt.saving || dialog.catalog.saving)
            return;
        dialog.leaving = false;
        const left = dialog.prompt.dirty || dialog.catalog.dirty;
        const inPrompt = dialog.prompt.dirty;
        dialog.close();
        if (left)
            dialog.refused(inPrompt);
        else
            dialog.finished();
    }

    title: dialog.elsewhere.length > 0 ? qsTr("Unsaved drafts") : dialog.both ? qsTr("Unsaved prompt and configuration") : dialog.prompt.dirty ? qsTr("Unsaved prompt") : qsTr("Unsaved configuration")
    onOpened: stay.forceActiveFocus(Qt.TabFocusReason)
    onClosed: dialog.leaving = false

    Text {
        objectName: "unsavedWords"
        Layout.fillWidth: true
        text: dialog.elsewhere.length > 0 ? qsTr("These are not in their files yet. What belongs to a Nova that is not shown can be saved only there: stay, and show it. If Nova Settings ends now, they are gone.")
            : dialog.canSave ? qsTr("There are changes that are not in the file yet. If Nova Settings ends without saving, they are gone.")
                             : qsTr("There are changes that are not in the file yet, and they cannot be saved as it stands. Stay to see why. If Nova Settings ends now, they are gone.")
        textFormat: Text.PlainText
        color: Theme.text
        font.pixelSize: Theme.fontBody
        lineHeight: 1.2
        horizontalAlignment: Text.AlignLeft
        wrapMode: Text.Wrap
    }
    Text {
        objectName: "unsavedNames"
        Layout.fillWidth: true
        visible: dialog.elsewhere.length > 0
        text: dialog.named(dialog.prompt.dirty ? [dialog.shown] : [], dialog.catalog.dirty ? [dialog.shown] : []).concat(dialog.elsewhere).join("\n")
        textFormat: Text.PlainText
        color: Theme.text
        font.pixelSize: Theme.fontBody
        font.weight: Font.DemiBold
        lineHeight: 1.3
        horizontalAlignment: Text.AlignLeft
        wrapMode: Text.Wrap
    }
    buttons: [
        NovaButton {
            objectName: "unsavedSave"
            primary: true
            enabled: dialog.canSave && !dialog.leaving
            text: qsTr("Save")
            onClicked: dialog.saveAll()
        },
        NovaButton {
            objectName: "unsavedDiscard"
            text: qsTr("Discard")
            onClicked: {
                dialog.prompt.discard();
                dialog.catalog.discard();
                dialog.prompt.forgetKept();
                dialog.catalog.forgetKept();
                dialog.close();
                dialog.finished();
            }
        },
        NovaButton {
            id: stay
            objectName: "unsavedStay"
            text: qsTr("Stay")
            onClicked: dialog.close()
        },
        Item {
            Layout.fillWidth: true
        }
    ]
    Connections {
        target: dialog.prompt

        function onChanged() {
            dialog.goOn();
        }
    }
    Connections {
        target: dialog.catalog

        function onChanged() {
            dialog.goOn();
        }
    }
}
