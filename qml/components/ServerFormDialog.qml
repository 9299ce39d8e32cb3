import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import NovaSettings
import NovaSettings.Pictures
import NovaSettings.ViewModels

// A server, to be added or changed. Enter saves; Escape leaves, and what was typed is there again the next time.
NovaDialog {
    id: dialog

    required property ServerForm form
    /// What is seldom needed is shown.
    property bool more: false
    property bool done: false
    readonly property var fields: dialog.form.fields
    readonly property var problems: dialog.form.problems

    /// Closed without saving what was changed.
    signal left
    signal saved(string name, string words)

    function begin() {
        dialog.done = false;
        dialog.more = dialog.form.usesMore;
        dialog.open();
    }

    title: {
        switch (dialog.form.kind) {
        case ServerForm.Edit:
            return qsTr("Edit %1").arg(dialog.form.about);
        case ServerForm.Duplicate:
            return qsTr("Duplicate %1").arg(dialog.form.about);
        default:
            return qsTr("Add server");
        }
    }
    onOpened: {
        if (dialog.form.kind === ServerForm.Edit)
            urlField.take();
        else
            nameField.take();
    }
    onClosed: {
        if (!dialog.done && dialog.form.changed)
            dialog.left();
    }

    Connections {
        target: dialog.form

        function onSaved(name: string, words: string) {
            dialog.done = true;
            dialog.close();
            dialog.saved(name, words);
        }
        function onProblemsChanged() {
            // Nothing that is wrong is out of sight.
            if (dialog.form.usesMore && Object.keys(dialog.form.problems).length > 0)
                dialog.more = true;
        }
    }

    Rectangle {
        Layout.fillWidth: true
        implicitHeight: noticeRow.implicitHeight + 2 * Theme.spaceS
        visible: noticeText.text.length > 0
        radius: Theme.radiusControl
        color: dialog.form.failing || dialog.form.whyNot.length > 0 ? Theme.failingSubtle : Theme.accentSubtle

        RowLayout {
            id: noticeRow
            anchors.fill: parent
            anchors.leftMargin: Theme.spaceM
            anchors.rightMargin: Theme.spaceS
            spacing: Theme.spaceS

            Text {
                id: noticeText
                objectName: "formNotice"
                Layout.fillWidth: true
                text: dialog.form.notice.length > 0 ? dialog.form.notice : dialog.form.whyNot
                textFormat: Text.PlainText
                color: Theme.text
                font.pixelSize: Theme.fontBody
                horizontalAlignment: Text.AlignLeft
                wrapMode: Text.Wrap
                Accessible.role: Accessible.AlertMessage
                Accessible.name: text
            }
            NovaButton {
                objectName: "formStartOver"
                small: true
                visible: dialog.form.changed && !dialog.form.failing && dialog.form.notice.length > 0
                text: qsTr("Start over")
                onClicked: dialog.form.startOver()
            }
        }
    }
    FormField {
        form: dialog.form
        onReached: item => dialog.reveal(item)
        id: nameField
        objectName: "formName"
        field: "name"
        label: qsTr("Name")
        placeholder: qsTr("gmail")
    }
    FormField {
        form: dialog.form
        onReached: item => dialog.reveal(item)
        id: urlField
        objectName: "formUrl"
        field: "url"
        label: qsTr("Address")
        placeholder: "http://localhost:8002/mcp"
    }
    FormField {
        form: dialog.form
        onReached: item => dialog.reveal(item)
        objectName: "formDescription"
        field: "description"
        label: qsTr("Description")
        placeholder: qsTr("What it is for")
    }
    NovaCheckBox {
        objectName: "formEnabled"
        text: qsTr("Switched on")
        checked: dialog.fields.enabled
        onToggled: dialog.form.set("enabled", checked)
    }
    AbstractButton {
        id: moreButton
        objectName: "formMore"
        implicitHeight: Theme.sizeControl
        implicitWidth: implicitContentWidth + Theme.spaceS
        hoverEnabled: true
        text: qsTr("More")
        onClicked: dialog.more = !dialog.more
        Keys.onReturnPressed: moreButton.clicked()

        Accessible.role: Accessible.Button
        Accessible.name: moreButton.text
        Accessible.description: dialog.more ? qsTr("shown") : qsTr("hidden")

        background: Item {
            FocusRing {
                visible: moreButton.visualFocus
                anchors.margins: -2
            }
        }
        contentItem: RowLayout {
            spacing: Theme.spaceXs

            Glyph {
                implicitWidth: 12
                implicitHeight: 12
                shape: Glyph.ChevronDown
                color: Theme.textMuted
                rotation: dialog.more ? 0 : (dialog.mirrored ? 90 : -90)
            }
            Text {
                text: moreButton.text
                color: moreButton.hovered ? Theme.text : Theme.textMuted
                font.pixelSize: Theme.fontBody
                font.weight: Font.DemiBold
            }
        }
    }
    ColumnLayout {
        Layout.fillWidth: true
        visible: dialog.more
        spacing: Theme.spaceM

        FormLabel {
            text: qsTr("Checked by")
        }
        NovaComboBox {
            id: probeBox
            objectName: "formProbe"
            readonly property var kinds: ["auto", "mcp", "http"]

            Layout.fillWidth: true
            Layout.topMargin: Theme.spaceXs - Theme.spaceM
            name: qsTr("Checked by")
            model: [qsTr("MCP, or the health address where it is no MCP"), qsTr("MCP alone"), qsTr("the health address alone")]
            currentIndex: probeBox.kinds.indexOf(dialog.fields.probe)
            onActivated: index => dialog.form.set("probe", probeBox.kinds[index])
        }
        FormField {
            form: dialog.form
            onReached: item => dialog.reveal(item)
            objectName: "formHealthUrl"
            field: "health_url"
            label: qsTr("Health address")
            placeholder: "http://localhost:8002/health"
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.spaceM

            FormField {

                form: dialog.form

                onReached: item => dialog.reveal(item)
                objectName: "formInterval"
                Layout.alignment: Qt.AlignTop
                field: "interval_s"
                label: qsTr("Asked every … seconds")
                placeholder: qsTr("as in Settings")
            }
            FormField {
                form: dialog.form
                onReached: item => dialog.reveal(item)
                objectName: "formTimeout"
                Layout.alignment: Qt.AlignTop
                field: "timeout_s"
                label: qsTr("Waits … seconds for an answer")
                placeholder: qsTr("as in Settings")
            }
        }
        FormField {
            form: dialog.form
            onReached: item => dialog.reveal(item)
            objectName: "formService"
            field: "service"
            label: qsTr("Service of Docker Compose that Restart restarts")
            placeholder: "mcp_gmail"
        }
        FormLabel {
            text: qsTr("Headers")
        }
        Text {
            Layout.fillWidth: true
            Layout.topMargin: Theme.spaceXs - Theme.spaceM
            text: qsTr("Keep secrets out of the file: write ${GMAIL_TOKEN}, and Nova takes the value from its environment.")
            textFormat: Text.PlainText
            color: Theme.textMuted
            font.pixelSize: Theme.fontSmall
            horizontalAlignment: Text.AlignLeft
            wrapMode: Text.Wrap
        }
        ColumnLayout {
            readonly property ServerForm form: dialog.form

            Layout.fillWidth: true
            visible: dialog.form.headers.count > 0
            spacing: Theme.spaceS

            Repeater {
                model: dialog.form.headers

                FormHeader {}
            }
        }
        Text {
            Layout.fillWidth: true
            visible: text.length > 0
            text: dialog.problems.headers ?? ""
            textFormat: Text.PlainText
            color: Theme.failing
            font.pixelSize: Theme.fontSmall
            horizontalAlignment: Text.AlignLeft
            wrapMode: Text.Wrap
        }
        NovaButton {
            objectName: "formAddHeader"
            small: true
            text: qsTr("Add a header")
            onClicked: dialog.form.headers.add()
        }
    }

    buttons: [
        NovaButton {
            objectName: "formSave"
            primary: true
            enabled: !dialog.form.saving && dialog.form.whyNot.length === 0
            text: dialog.form.saving ? qsTr("Saving…") : dialog.form.kind === ServerForm.Edit ? qsTr("Save") : qsTr("Add server")
            onClicked: dialog.form.save()
        },
        NovaButton {
            objectName: "formCancel"
            text: qsTr("Cancel")
            onClicked: dialog.close()
        },
        Item {
            Layout.fillWidth: true
        }
    ]
}
