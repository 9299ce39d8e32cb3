import QtQuick
import NovaSettings
import NovaSettings.ViewModels

// Says what became of a draft and of a restore, at the bottom of the page, and takes it back.
Toast {
    id: toast

    required property TextDraft draft
    required property VersionsModel versions
    required property string savedWords
    property bool ofDraft: false

    anchors.horizontalCenter: parent.horizontalCenter
    anchors.bottom: parent.bottom
    anchors.bottomMargin: Theme.spaceXl
    width: implicitWidth
    height: implicitHeight

    onActionTriggered: {
        if (toast.ofDraft)
            toast.draft.undo();
        else
            toast.versions.undoRestore();
    }

    Connections {
        target: toast.draft

        function onSwitched() {
            toast.hide();
        }
        function onSaved() {
            toast.show(toast.savedWords, "");
        }
        function onDropped(words: string) {
            toast.ofDraft = true;
            toast.show(words, qsTr("Undo"));
        }
        function onChanged() {
            // A new draft has been begun: the old one would take its place.
            if (toast.ofDraft && toast.visible && toast.actionText.length > 0 && !toast.draft.canUndo)
                toast.hide();
        }
    }
    Connections {
        target: toast.versions

        function onRestored(words: string, undoable: bool) {
            toast.ofDraft = false;
            toast.show(words, undoable ? qsTr("Undo") : "");
        }
        function onFailed(reason: string) {
            toast.complain(reason);
        }
    }
}
