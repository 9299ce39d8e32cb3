import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import NovaSettings
import NovaSettings.ViewModels

// The window: the pages at the left, one of them open, what is wrong above it and how everything stands below.
ApplicationWindow {
    id: window

    required property ServersModel servers
    required property PromptModel prompt
    required property StatusModel status
    required property DetailsModel details
    required property RestartModel restart
    required property ConnectionsModel connections
    required property EventsModel events
    required property ServerForm form
    required property ServerActions actions
    required property TransferModel transfer
    required property TextDraft promptDraft
    required property VersionsModel promptVersions
    required property TextDraft catalogDraft
    required property VersionsModel catalogVersions
    required property SettingsModel settings
    /// "light", "dark" or "system".
    required property string scheme
    /// Somebody wants lines and texts that stand out more.
    required property bool moreContrast
    /// Somebody has switched animations off in the desktop's settings.
    required property bool reducedMotion
    /// The language is written from right to left.
    required property bool rightToLeft

    enum Page { Servers, Prompt, Health, Events, Configuration, Settings }
    property int page: Main.Servers

    function open(page: int) {
        window.page = page;
        pages.children[page].forceActiveFocus();
    }

    function openServer(name: string) {
        if (name.length === 0)
            return;
        window.open(Main.Servers);
        window.details.name = name;
    }

    /// Ends the program, unless there are drafts and somebody wants to keep them.
    function leave() {
        if (!unsaved.needed) {
            Qt.quit();
            return;
        }
        window.show();
        window.raise();
        window.requestActivate();
        unsaved.open();
    }

    function openRestart(service: string) {
        if (service.length === 0)
            return;
        window.restart.choose(service);
        restartDialog.open();
    }

    width: 1040
    height: 680
    minimumWidth: 560
    minimumHeight: 400
    title: qsTr("Nova Settings")
    color: Theme.surface
    LayoutMirroring.enabled: window.rightToLeft
    LayoutMirroring.childrenInherit: true

    Binding {
        target: Theme
        property: "scheme"
        value: window.scheme
    }

    Binding {
        target: Theme
        property: "moreContrast"
        value: window.moreContrast
    }

    Binding {
        target: Theme
        property: "reducedMotion"
        value: window.reducedMotion
    }

    RowLayout {
        anchors.fill: parent
        spacing: 0

        Rail {
            Layout.fillHeight: true
            compact: window.width < 820
            current: window.page
            needing: window.servers.needingCount
            healthMark: window.status.overallMark
            connections: window.connections
            onChosen: page => window.open(page)
            onAnotherNovaWanted: connectDialog.openFor("")
        }
        ColumnLayout {
            spacing: 0

            LinkBanner {
                Layout.fillWidth: true
                connections: window.connections
                onTokenWanted: connectDialog.openFor(window.connections.currentAddress)
            }
            Banner {
                Layout.fillWidth: true
                status: window.status
            }
            TasksLine {
                Layout.fillWidth: true
                status: window.status
            }
            RowLayout {
                id: body

                /// No room for two things beside each other: the details take it all.
                readonly property bool tight: body.width < 760
                readonly property bool detailed: (window.page === Main.Servers || window.page === Main.Health) && window.details.name.length > 0

                spacing: 0

                StackLayout {
                    id: pages
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    visible: !(body.tight && body.detailed)
                    currentIndex: window.page

                    ServersPage {
                        id: serversPage
                        focus: true
                        servers: window.servers
                        status: window.status
                        details: window.details
                        commands: serverCommands
                        onRestartWanted: service => window.openRestart(service)
                        onImportWanted: importDialog.begin()
                    }
                    PromptPage {
                        prompt: window.prompt
                        draft: window.promptDraft
                        versions: window.promptVersions
                    }
                    HealthPage {
                        servers: window.servers
                        status: window.status
                        details: window.details
                        onRestartWanted: service => window.openRestart(service)
                    }
                    EventsPage {
                        events: window.events
                    }
                    ConfigurationPage {
                        draft: window.catalogDraft
                        versions: window.catalogVersions
                    }
                    SettingsPage {
                        settings: window.settings
                    }
                }
                DetailsPane {
                    id: detailsPane
                    Layout.fillHeight: true
                    Layout.fillWidth: body.tight
                    Layout.preferredWidth: 336
                    visible: body.detailed
                    details: window.details
                    servers: window.servers
                    commands: serverCommands
                    restarting: window.restart.phase === RestartModel.Running && window.restart.service === window.details.service
                    onRestartWanted: service => window.openRestart(service)
                    onClosed: window.open(window.page)
                    onVisibleChanged: {
                        if (detailsPane.visible && body.tight)
                            detailsPane.forceActiveFocus();
                        else if (!detailsPane.visible)
                            window.open(window.page);
                    }
                }
            }
            StatusLine {
                Layout.fillWidth: true
                visible: window.status.known
                status: window.status
            }
        }
    }

    ServerCommands {
        id: serverCommands
        anchors.fill: parent
        servers: window.servers
        form: window.form
        actions: window.actions
        movable: serversPage.movable
        onFileOrderWanted: {
            window.open(Main.Servers);
            serversPage.showFileOrder();
        }
        onArrived: name => serversPage.show(name)
        onFinished: {
            if (window.page === Main.Servers && !detailsPane.activeFocus)
                serversPage.toList();
        }
    }
    Connections {
        target: window.connections

        // What is open about the servers of the Nova before is not about these.
        function onSwitched() {
            serverCommands.forget();
            restartDialog.close();
            exportDialog.close();
            unsaved.close();
        }
    }
    KeysHelp {
        id: help
    }
    ConnectDialog {
        id: connectDialog
        connections: window.connections
    }
    RestartDialog {
        id: restartDialog
        restart: window.restart
    }
    UnsavedDialog {
        id: unsaved
        prompt: window.promptDraft
        catalog: window.catalogDraft
        shown: window.connections.currentName
        onFinished: Qt.quit()
        onRefused: inPrompt => window.open(inPrompt ? Main.Prompt : Main.Configuration)
    }

    ImportDialog {
        id: importDialog
        objectName: "importDialog"
        importing: window.transfer.importing
    }
    ExportDialog {
        id: exportDialog
        objectName: "exportDialog"
        exporting: window.transfer.exporting
    }
    ImportDrop {
        anchors.fill: parent
        onFileDropped: path => importDialog.showFile(path)
        onTextDropped: text => importDialog.showText(text)
    }

    Shortcut {
        sequence: "Ctrl+I"
        onActivated: importDialog.begin()
    }
    Shortcut {
        sequence: "Ctrl+Shift+E"
        onActivated: exportDialog.begin()
    }
    Shortcut {
        // A field that has the keyboard takes it first.
        sequence: "Ctrl+V"
        enabled: serversPage.activeFocus || importDialog.opened
        onActivated: {
            const text = window.transfer.importing.clipboardText();
            if (window.transfer.importing.isWorthReading(text))
                importDialog.showText(text);
        }
    }
    Shortcut {
        sequence: "/"
        onActivated: {
            if (body.tight)
                window.details.name = "";
            window.open(Main.Servers);
            serversPage.openFilter();
        }
    }
    Shortcut {
        sequence: "?"
        onActivated: help.open()
    }
    Shortcut {
        sequence: "Ctrl+1"
        onActivated: window.open(Main.Servers)
    }
    Shortcut {
        sequence: "Ctrl+2"
        onActivated: window.open(Main.Prompt)
    }
    Shortcut {
        sequence: "Ctrl+3"
        onActivated: window.open(Main.Health)
    }
    Shortcut {
        sequence: "Ctrl+4"
        onActivated: window.open(Main.Events)
    }
    Shortcut {
        sequence: "Ctrl+5"
        onActivated: window.open(Main.Configuration)
    }
    Shortcut {
        sequence: "Ctrl+6"
        onActivated: window.open(Main.Settings)
    }
    Shortcut {
        sequence: "Ctrl+W"
        onActivated: window.close()
    }
    Shortcut {
        sequence: "Ctrl+Q"
        onActivated: window.leave()
    }
}
