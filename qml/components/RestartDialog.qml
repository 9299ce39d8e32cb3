import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import NovaSettings
import NovaSettings.ViewModels

// A restart: first what exactly will happen, then what the command says while it runs, then how it ended. It may be
// closed at any time; what runs goes on, and opening it again comes back to it.
Popup {
    id: dialog

    required property RestartModel restart
    readonly property bool running: dialog.restart.phase === RestartModel.Running
    readonly property bool before: dialog.restart.phase === RestartModel.Before
    readonly property bool failed: dialog.restart.phase === RestartModel.Failed
    readonly property string explanation: {
        const what = dialog.restart;
        if (dialog.before) {
            const command = qsTr("Nova runs “docker compose restart %1” where Nova runs, or what the setting restart.command has instead.").arg(what.service);
            const effect = qsTr("%1 will not answer until it is up again. What agents ask meanwhile fails.").arg(what.serverWords);
            const limit = qsTr("If it takes longer than 60 s, the command is stopped. No file is changed.");
            return what.serverCount === 0 ? command + "\n\n" + limit : command + "\n\n" + effect + "\n\n" + limit;
        }
        if (dialog.running)
            return qsTr("You can close this; it goes on, and Restart comes back to it.");
        if (dialog.failed)
            return what.output.length > 0 ? qsTr("What it wrote is below. The server may be as it was before.") : "";
        return what.serverCount === 0 ? "" : qsTr("%1: asked closely until all is well again.").arg(what.serverWords);
    }

    anchors.centerIn: parent
    width: Math.min(520, (parent ? parent.width : 520) - 2 * Theme.spaceXl)
    height: content.implicitHeight + 2 * dialog.padding
    modal: true
    focus: true
    padding: Theme.spaceXl

    onOpened: (dialog.before ? go : close).forceActiveFocus(Qt.TabFocusReason)

    background: Rectangle {
        color: Theme.surfaceRaised
        border.color: Theme.border
        radius: Theme.radiusControl
    }
    ColumnLayout {
        id: content
        anchors.fill: parent
        objectName: "restartDialog"
        spacing: Theme.spaceM
        // A popup is no item, so that its content has to say what it is.
        Accessible.role: Accessible.Dialog
        Accessible.name: dialog.before ? qsTr("Restart %1?").arg(dialog.restart.service) : dialog.restart.result

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.spaceS

            StatusMark {
                visible: !dialog.before
                status: dialog.running ? StatusModel.Checking : dialog.failed ? StatusModel.Failing : StatusModel.Good
            }
            Text {
                objectName: "restartTitle"
                Layout.fillWidth: true
                text: dialog.before ? qsTr("Restart %1?").arg(dialog.restart.service) : dialog.restart.result
                textFormat: Text.PlainText
                color: Theme.text
                font.pixelSize: Theme.fontLarge
                font.weight: Font.DemiBold
                horizontalAlignment: Text.AlignLeft
                wrapMode: Text.Wrap
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            Text {
                objectName: "elapsed"
                visible: dialog.running
                text: dialog.restart.elapsed
                color: Theme.textMuted
                font.pixelSize: Theme.fontBody
            }
        }
        Text {
            Layout.fillWidth: true
            visible: text.length > 0
            text: dialog.explanation
            textFormat: Text.PlainText
            color: dialog.before ? Theme.text : Theme.textMuted
            font.pixelSize: Theme.fontBody
            horizontalAlignment: Text.AlignLeft
            lineHeight: 1.2
            wrapMode: Text.Wrap
        }
        Rectangle {
            Layout.fillWidth: true
            Layout.preferredHeight: 160
            visible: !dialog.before && (dialog.running || dialog.restart.output.length > 0)
            radius: Theme.radiusControl
            color: Theme.codeBackground

            Flickable {
                id: view
                anchors.fill: parent
                anchors.margins: Theme.spaceM
                contentWidth: width
                contentHeight: written.implicitHeight
                clip: true
                boundsBehavior: Flickable.StopAtBounds
                ScrollBar.vertical: NovaScrollBar {}
                // The newest is what counts.
                onContentHeightChanged: view.contentY = Math.max(0, view.contentHeight - view.height)

                TextEdit {
                    id: written
                    objectName: "restartOutput"
                    width: parent.width
                    text: dialog.restart.output.length > 0 ? dialog.restart.output : qsTr("It has written nothing yet.")
                    textFormat: TextEdit.PlainText
                    readOnly: true
                    selectByMouse: true
                    color: dialog.restart.output.length > 0 ? Theme.text : Theme.textMuted
                    selectionColor: Theme.accent
                    selectedTextColor: Theme.textOnAccent
                    font.family: Theme.monospace
                    font.pixelSize: Theme.fontSmall
                    wrapMode: TextEdit.Wrap
                    Accessible.name: qsTr("What the command wrote")
                }
            }
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.topMargin: Theme.spaceS
            spacing: Theme.spaceS

            Item {
                Layout.fillWidth: true
            }
            NovaButton {
                id: close
                objectName: "restartClose"
                text: dialog.before ? qsTr("Cancel") : qsTr("Close")
                onClicked: dialog.close()
            }
            NovaButton {
                id: go
                objectName: "restartGo"
                visible: dialog.before || dialog.failed
                primary: true
                text: dialog.failed ? qsTr("Try again") : qsTr("Restart")
                onClicked: {
                    dialog.restart.start();
                    close.forceActiveFocus();
                }
            }
        }
    }
}
