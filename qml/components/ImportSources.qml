import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import NovaSettings
import NovaSettings.ViewModels

// Where servers could come from: the files of other programs, any other file, or text.
ColumnLayout {
    id: sources

    required property ImportModel importing
    /// What was pasted or dropped elsewhere; shown here when it cannot be read.
    property alias pasted: area.text

    function read() {
        if (area.text.length > 0)
            sources.importing.readText(area.text);
    }

    function focusFirst() {
        area.forceActiveFocus(Qt.TabFocusReason);
    }

    spacing: Theme.spaceM

    Text {
        Layout.fillWidth: true
        text: qsTr("Nova reads the lists of Claude Desktop, Claude Code, Cursor and VS Code. You see what would be added first; their files stay as they are.")
        color: Theme.textMuted
        font.pixelSize: Theme.fontBody
        lineHeight: 1.2
        wrapMode: Text.Wrap
        horizontalAlignment: Text.AlignLeft
    }
    Text {
        Layout.fillWidth: true
        text: sources.importing.looking ? qsTr("Looking for their files…") : sources.importing.placeTitles.length > 0 ? qsTr("Found on this computer") : qsTr("None of their files was found on this computer.")
        color: Theme.text
        font.pixelSize: Theme.fontBody
        font.weight: Font.DemiBold
        horizontalAlignment: Text.AlignLeft
    }
    ListView {
        id: places

        readonly property ImportModel importing: sources.importing

        Layout.fillWidth: true
        Layout.preferredHeight: places.contentHeight
        visible: places.count > 0
        interactive: false
        spacing: Theme.spaceS
        model: sources.importing.placeTitles
        delegate: ImportPlaceButton {
            width: ListView.view.width
        }
    }
    Text {
        Layout.fillWidth: true
        Layout.topMargin: Theme.spaceS
        text: qsTr("Text or another file")
        color: Theme.text
        font.pixelSize: Theme.fontBody
        font.weight: Font.DemiBold
        horizontalAlignment: Text.AlignLeft
    }
    Rectangle {
        Layout.fillWidth: true
        Layout.preferredHeight: 112
        radius: Theme.radiusControl
        color: Theme.surface
        border.width: area.activeFocus ? 2 : 1
        border.color: area.activeFocus ? Theme.focus : Theme.borderStrong

        Flickable {
            anchors.fill: parent
            anchors.margins: 2
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            ScrollBar.vertical: NovaScrollBar {}

            TextArea.flickable: TextArea {
                id: area
                objectName: "importText"
                placeholderText: qsTr("{ \"mcpServers\": { … } }")
                placeholderTextColor: Theme.textMuted
                color: Theme.text
                selectionColor: Theme.accent
                selectedTextColor: Theme.textOnAccent
                font.family: Theme.monospace
                font.pixelSize: Theme.fontSmall
                textFormat: TextEdit.PlainText
                wrapMode: TextEdit.Wrap
                selectByMouse: true
                background: null
                // Tab leaves it: nobody indents by hand here.
                Keys.onTabPressed: area.nextItemInFocusChain().forceActiveFocus(Qt.TabFocusReason)
                Keys.onBacktabPressed: area.nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
                Keys.onPressed: event => {
                    if ((event.modifiers & Qt.ControlModifier) && (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)) {
                        sources.read();
                        event.accepted = true;
                    }
                }
                Accessible.name: qsTr("Servers as JSON")
            }
        }
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.spaceS

        NovaButton {
            id: readButton
            objectName: "importRead"
            enabled: area.text.length > 0
            text: qsTr("Read the text")
            onClicked: sources.read()
        }
        NovaTextField {
            id: pathField
            objectName: "importPath"
            Layout.fillWidth: true
            Layout.leftMargin: Theme.spaceL
            name: qsTr("Path of a file")
            placeholderText: qsTr("~/project/.mcp.json")
            onAccepted: sources.importing.readFile(pathField.text)
        }
        NovaButton {
            objectName: "importOpen"
            enabled: pathField.text.length > 0
            text: qsTr("Open")
            onClicked: sources.importing.readFile(pathField.text)
        }
    }
    Text {
        objectName: "importSourceProblem"
        Layout.fillWidth: true
        visible: text.length > 0
        text: sources.importing.problem.length === 0 ? "" : sources.importing.source.length > 0 ? qsTr("%1: %2").arg(sources.importing.source).arg(sources.importing.problem) : sources.importing.problem
        textFormat: Text.PlainText
        color: Theme.failing
        font.pixelSize: Theme.fontBody
        wrapMode: Text.Wrap
        horizontalAlignment: Text.AlignLeft
        Accessible.role: Accessible.AlertMessage
        Accessible.name: text
    }
}
