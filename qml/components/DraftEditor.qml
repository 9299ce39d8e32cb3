import QtQuick
import QtQuick.Layouts
import NovaSettings
import NovaSettings.ViewModels

// A draft at work: what stands against saving it, the text itself or how it differs from the file's, and what is wrong
// with it.
FocusScope {
    id: work

    required property TextDraft draft
    required property string name
    property bool wraps: false
    /// There are rules that the text may break.
    property bool ruled: false
    readonly property bool comparing: banner.comparing && work.draft.conflict

    function openFind() {
        banner.comparing = false;
        code.openFind();
    }

    function findNext(back: bool) {
        code.findNext(back);
    }

    function nextFinding() {
        code.nextFinding();
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        ConflictBanner {
            id: banner
            Layout.fillWidth: true
            draft: work.draft
            onComparingChanged: {
                if (banner.comparing)
                    diff.compare(work.draft.theirs, work.draft.text);
            }
        }
        DraftNotes {
            Layout.fillWidth: true
            draft: work.draft
        }
        CodeEditor {
            id: code
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: !work.comparing
            focus: true
            draft: work.draft
            name: work.name
            wraps: work.wraps
        }
        DiffView {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: work.comparing
            diff: diff
            leftTitle: qsTr("In the file")
            rightTitle: qsTr("Your draft")
        }
        FindingsList {
            Layout.fillWidth: true
            visible: work.ruled && findings.count > 0
            findings: work.draft.findings
            onWanted: (line, column) => {
                banner.comparing = false;
                code.goTo(line, column);
            }
        }
    }
    DiffModel {
        id: diff
    }
    Connections {
        target: work.draft

        function onChanged() {
            if (work.comparing)
                diff.compare(work.draft.theirs, work.draft.text);
        }
    }
}
