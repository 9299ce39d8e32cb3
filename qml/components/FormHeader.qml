import QtQuick
import QtQuick.Layouts
import NovaSettings
import NovaSettings.Pictures

// One header of the ServerForm. Of one that the file has, the value is not known and stays unless another one is typed.
RowLayout {
    id: header

    required property int index
    required property string headerName
    required property string value
    required property bool kept
    /// The column of headers, with the form.
    readonly property var host: header.parent

    Layout.fillWidth: true
    spacing: Theme.spaceS

    NovaTextField {
        objectName: "headerName"
        Layout.preferredWidth: 168
        name: qsTr("Name of the header")
        readOnly: header.kept
        placeholderText: "Authorization"
        text: header.headerName
        onEdited: text => header.host.form.headers.setName(header.index, text)
        onAccepted: header.host.form.save()
    }
    NovaTextField {
        objectName: "headerValue"
        Layout.fillWidth: true
        name: qsTr("Value of %1").arg(header.headerName)
        placeholderText: header.kept ? qsTr("stays as it is") : "Bearer ${GMAIL_TOKEN}"
        text: header.value
        onEdited: text => header.host.form.headers.setValue(header.index, text)
        onAccepted: header.host.form.save()
        onActiveFocusChanged: {
            if (!activeFocus && header.host)
                header.host.form.leave("headers");
        }
    }
    GlyphButton {
        shape: Glyph.Trash
        text: qsTr("Remove the header %1").arg(header.headerName)
        onClicked: header.host.form.headers.remove(header.index)
    }
}
