import QtQuick
import QtQuick.Controls.Basic
import NovaSettings

// A line of text. What is wrong with it stands below, beside what somebody typed, which stays.
FocusScope {
    id: field

    property alias text: input.text
    property alias placeholderText: input.placeholderText
    property alias readOnly: input.readOnly
    property alias echoMode: input.echoMode
    property alias inputMethodHints: input.inputMethodHints
    property alias cursorPosition: input.cursorPosition
    /// For a screen reader.
    required property string name
    /// What is wrong; empty where nothing is.
    property string problem
    /// False where what is wrong is said elsewhere; the field is marked then, too.
    property bool showsProblem: true
    property bool fixedWidth: false

    signal edited(string text)
    signal accepted

    function selectAll() {
        input.selectAll();
    }

    implicitWidth: 224
    implicitHeight: Theme.sizeControl + (message.visible ? message.implicitHeight + Theme.spaceXs : 0)

    FontMetrics {
        id: system
    }
    TextField {
        id: input
        width: field.width
        height: Theme.sizeControl
        focus: true
        leftPadding: Theme.spaceM
        rightPadding: Theme.spaceM
        topPadding: 0
        bottomPadding: 0
        verticalAlignment: TextInput.AlignVCenter
        placeholderTextColor: Theme.textMuted
        color: input.readOnly ? Theme.textMuted : Theme.text
        selectByMouse: true
        selectionColor: Theme.accent
        selectedTextColor: Theme.textOnAccent
        font.pixelSize: Theme.fontBody
        font.family: field.fixedWidth ? Theme.monospace : system.font.family
        onTextEdited: field.edited(input.text)
        onAccepted: field.accepted()

        Accessible.role: Accessible.EditableText
        Accessible.name: field.name
        Accessible.description: field.problem

        background: Rectangle {
            radius: Theme.radiusControl
            color: Theme.surface
            opacity: input.enabled ? 1 : 0.6
            border.width: input.activeFocus ? 2 : 1
            border.color: field.problem.length > 0 ? Theme.failing : input.activeFocus ? Theme.focus : Theme.borderStrong
        }
    }
    Text {
        id: message
        objectName: "problem"
        anchors.top: input.bottom
        anchors.topMargin: Theme.spaceXs
        width: field.width
        visible: field.showsProblem && field.problem.length > 0
        text: field.problem
        textFormat: Text.PlainText
        color: Theme.failing
        font.pixelSize: Theme.fontSmall
        horizontalAlignment: Text.AlignLeft
        wrapMode: Text.Wrap
    }
}
