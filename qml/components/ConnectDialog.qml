import QtQuick
import QtQuick.Layouts
import NovaSettings
import NovaSettings.ViewModels

// Asks for the address of another Nova and the token it wants.
NovaDialog {
    id: dialog

    required property ConnectionsModel connections

    /// For one that is on the list and wants a token.
    function openFor(url: string) {
        address.text = url;
        token.text = "";
        dialog.open();
        (url.length > 0 ? token : address).forceActiveFocus(Qt.TabFocusReason);
    }

    function connect() {
        dialog.connections.connectTo(address.text.trim(), token.text, remember.checked);
        if (dialog.connections.problem.length === 0) {
            token.text = "";
            dialog.close();
        }
    }

    title: qsTr("Show another Nova")
    buttons: [
        NovaButton {
            objectName: "connectGo"
            primary: true
            enabled: address.text.trim().length > 0
            text: qsTr("Connect")
            onClicked: dialog.connect()
        },
        NovaButton {
            text: qsTr("Cancel")
            onClicked: dialog.close()
        },
        Item {
            Layout.fillWidth: true
        }
    ]

    Text {
        Layout.fillWidth: true
        text: qsTr("The window then shows the servers, the prompt and the events of that machine. Nova here goes on as it is.")
        color: Theme.textMuted
        font.pixelSize: Theme.fontBody
        horizontalAlignment: Text.AlignLeft
        lineHeight: 1.2
        wrapMode: Text.Wrap
    }
    Label {
        text: qsTr("Address")
    }
    NovaTextField {
        id: address
        objectName: "connectAddress"
        Layout.fillWidth: true
        name: qsTr("Address")
        placeholderText: "http://nova-2:8765"
        problem: dialog.connections.problem
        onAccepted: token.forceActiveFocus(Qt.TabFocusReason)
    }
    Label {
        text: qsTr("Token")
    }
    NovaTextField {
        id: token
        objectName: "connectToken"
        Layout.fillWidth: true
        name: qsTr("Token")
        echoMode: TextInput.Password
        inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText
        onAccepted: dialog.connect()
    }
    Text {
        Layout.fillWidth: true
        text: qsTr("“nova-settingsd token” prints it on that machine.")
        color: Theme.textMuted
        font.pixelSize: Theme.fontSmall
        horizontalAlignment: Text.AlignLeft
        wrapMode: Text.Wrap
    }
    NovaCheckBox {
        id: remember
        objectName: "connectRemember"
        Layout.fillWidth: true
        checked: true
        text: qsTr("Keep the token in this system's secret store")
    }

    component Label: Text {
        Layout.topMargin: Theme.spaceXs
        color: Theme.text
        font.pixelSize: Theme.fontBody
        font.weight: Font.DemiBold
    }
}
