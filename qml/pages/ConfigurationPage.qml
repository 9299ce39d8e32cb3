import QtQuick
import QtQuick.Layouts
import NovaSettings
import NovaSettings.ViewModels

// The catalog as its text: edited with what is wrong marked in place, or an earlier one beside it.
FocusScope {
    id: page

    required property TextDraft draft
    required property VersionsModel versions

    enum Mode { Edit, Backups }
    property int mode: ConfigurationPage.Edit

    function show(mode: int) {
        page.mode = mode;
        views.children[mode].forceActiveFocus(Qt.ShortcutFocusReason);
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        PageHeader {
            Layout.fillWidth: true
            title: page.width < 560 ? qsTr("Config") : qsTr("Configuration")
            detail: page.width < 700 ? "" : page.draft.findings.summary.length > 0 ? page.draft.findings.summary
                  : page.draft.loaded ? qsTr("valid") : ""

            ModeSwitch {
                name: qsTr("What is shown of the configuration")
                labels: [page.draft.dirty ? qsTr("Edit •") : qsTr("Edit"), qsTr("Backups")]
                current: page.mode
                onChosen: mode => page.show(mode)
            }
            DraftActions {
                visible: page.mode === ConfigurationPage.Edit
                draft: page.draft
                validating: page.width > 640
            }
        }
        StackLayout {
            id: views
            Layout.fillWidth: true
            Layout.fillHeight: true
            currentIndex: page.mode

            DraftEditor {
                id: work
                focus: page.mode === ConfigurationPage.Edit
                draft: page.draft
                name: qsTr("Text of the configuration")
                ruled: true
            }
            VersionsPane {
                focus: page.mode === ConfigurationPage.Backups
                versions: page.versions
                subject: qsTr("The configuration")
                hasDraft: page.draft.dirty
            }
        }
    }
    DraftToast {
        draft: page.draft
        versions: page.versions
        savedWords: qsTr("The configuration is saved.")
    }
    Binding {
        target: page.versions
        property: "active"
        value: page.visible && page.mode === ConfigurationPage.Backups
    }
    Shortcut {
        enabled: page.visible
        sequence: "Ctrl+S"
        onActivated: page.draft.save()
    }
    Shortcut {
        enabled: page.visible
        sequence: "Ctrl+Shift+V"
        onActivated: page.draft.validate()
    }
    Shortcut {
        enabled: page.visible
        sequence: "Ctrl+F"
        onActivated: {
            page.show(ConfigurationPage.Edit);
            work.openFind();
        }
    }
    Shortcut {
        enabled: page.visible && page.mode === ConfigurationPage.Edit
        sequence: "F3"
        onActivated: work.findNext(false)
    }
    Shortcut {
        enabled: page.visible && page.mode === ConfigurationPage.Edit
        sequence: "Shift+F3"
        onActivated: work.findNext(true)
    }
    Shortcut {
        enabled: page.visible && page.mode === ConfigurationPage.Edit
        sequence: "F8"
        onActivated: work.nextFinding()
    }
}
