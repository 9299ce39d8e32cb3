import QtQuick
import NovaSettings
import NovaSettings.ViewModels

// What can be done with a draft.
Row {
    id: actions

    required property TextDraft draft
    /// There are rules that the text may break.
    property bool validating: false

    spacing: Theme.spaceS

    NovaButton {
        objectName: "validate"
        visible: actions.validating
        enabled: !actions.draft.checking
        text: qsTr("Validate")
        onClicked: actions.draft.validate()
    }
    NovaButton {
        objectName: "discard"
        enabled: actions.draft.dirty && !actions.draft.saving
        text: qsTr("Discard")
        onClicked: actions.draft.discard()
    }
    NovaButton {
        objectName: "save"
        primary: true
        enabled: actions.draft.canSave
        text: actions.draft.saving ? qsTr("Saving") : qsTr("Save")
        onClicked: actions.draft.save()
    }
}
