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
    /// "light", "dark" or "system".
    required property string scheme
    /// Somebody has switched animations off in the desktop's settings.
    required property bool reducedMotion

    property int page: 0

    function open(page: int) {
        window.page = page;
        if (page === 0)
            serversPage.forceActiveFocus();
        else
            promptPage.forceActiveFocus();
    }

    width: 1040
    height: 680
    minimumWidth: 560
    minimumHeight: 400
    title: qsTr("Nova Settings")
    color: Theme.surface

    Binding {
        target: Theme
        property: "scheme"
        value: window.scheme
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
            onChosen: page => window.open(page)
        }
        ColumnLayout {
            spacing: 0

            Banner {
                Layout.fillWidth: true
                status: window.status
            }
            StackLayout {
                Layout.fillWidth: true
                Layout.fillHeight: true
                currentIndex: window.page

                ServersPage {
                    id: serversPage
                    focus: true
                    servers: window.servers
                    status: window.status
                }
                PromptPage {
                    id: promptPage
                    prompt: window.prompt
                }
            }
            StatusLine {
                Layout.fillWidth: true
                status: window.status
            }
        }
    }

    KeysHelp {
        id: help
    }

    Shortcut {
        sequence: "/"
        onActivated: {
            window.open(0);
            serversPage.openFilter();
        }
    }
    Shortcut {
        sequence: "?"
        onActivated: help.open()
    }
    Shortcut {
        sequence: "Ctrl+1"
        onActivated: window.open(0)
    }
    Shortcut {
        sequence: "Ctrl+2"
        onActivated: window.open(1)
    }
    Shortcut {
        sequence: "Ctrl+W"
        onActivated: window.close()
    }
    Shortcut {
        sequence: "Ctrl+Q"
        onActivated: Qt.quit()
    }
}
