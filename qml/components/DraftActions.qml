import QtQuick
import NovaSettings
import NovaSettings.ViewModels

// What can be done with a draft.
Row {
    id: actions

    required property TextDraft draft
    /// There are rules that the text may break.
    property bool validating: false
    /// There is little room.
    property bool tight: false

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
        // Where there is nothing to discard, it does without.
        visible: !actions.tight || actions.draft.dirty
        small: actions.tight
        anchors.verticalCenter: parent.verticalCenter
        enabled: actions.draft.dirty && !actions.draft.saving
        text: qsTr("Discard")
        onClicked: actions.draft.discard()
    }
    NovaButton {
        objectName: "save"
        primary: true
        small: actions.tight
        anchors.verticalCenter: parent.verticalCenter
        enabled: actions.draft.canSave
        text: actions.draft.saving ? qsTr("Saving") : qsTr("Save")
        onClicked: actions.draft.save()
    }
}
