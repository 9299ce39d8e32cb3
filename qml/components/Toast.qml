import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import NovaSettings
import NovaSettings.Pictures

// Says for a while what was done, at the bottom of the window, and offers to undo it. Stays while the pointer or the
// keyboard is on it; the next message takes its place.
Rectangle {
    id: toast

    property string message
    /// What the button says; empty for none.
    property string actionText
    property int seconds: 10
    property bool failing: false

    signal actionTriggered
    signal gone

    function show(message: string, actionText: string) {
        toast.failing = false;
        toast.message = message;
        toast.actionText = actionText;
        toast.visible = true;
        timer.restart();
    }

    function complain(message: string) {
        toast.show(message, "");
        toast.failing = true;
    }

    function hide() {
        if (!toast.visible)
            return;
        toast.visible = false;
        timer.stop();
        toast.gone();
    }

    visible: false
    implicitWidth: Math.min(row.implicitWidth + 2 * Theme.spaceL, (parent ? parent.width : 480) - 2 * Theme.spaceXl)
    implicitHeight: Math.max(row.implicitHeight + 2 * Theme.spaceS, 48)
    radius: Theme.radiusControl
    color: Theme.surfaceRaised
    border.color: toast.failing ? Theme.failing : Theme.borderStrong

    Accessible.role: Accessible.AlertMessage
    Accessible.name: toast.message

    Timer {
        id: timer
        interval: toast.seconds * 1000
        running: false
        onTriggered: {
            if (hover.hovered || action.activeFocus || closeButton.activeFocus)
                timer.restart();
            else
                toast.hide();
        }
    }
    HoverHandler {
        id: hover
    }
    RowLayout {
        id: row
        anchors.fill: parent
        anchors.leftMargin: Theme.spaceL
        anchors.rightMargin: Theme.spaceS
        spacing: Theme.spaceM

        Text {
            objectName: "toastMessage"
            Layout.fillWidth: true
            text: toast.message
            textFormat: Text.PlainText
            color: Theme.text
            font.pixelSize: Theme.fontBody
            horizontalAlignment: Text.AlignLeft
            wrapMode: Text.Wrap
            maximumLineCount: 3
            elide: Text.ElideRight
        }
        NovaButton {
            id: action
            objectName: "toastAction"
            small: true
            visible: toast.actionText.length > 0
            text: toast.actionText
            onClicked: {
                toast.hide();
                toast.actionTriggered();
            }
        }
        GlyphButton {
            id: closeButton
            objectName: "toastClose"
            shape: Glyph.Cross
            pictureSize: 12
            text: qsTr("Dismiss")
            onClicked: toast.hide()
        }
    }
}
