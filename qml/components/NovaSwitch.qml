import QtQuick
import QtQuick.Controls.Basic
import NovaSettings

// On or off, and always as the model says: a click asks, the model answers, so that a switch never lies.
AbstractButton {
    id: control

    /// What the model says.
    required property bool on
    /// Asked for and not answered yet.
    property bool pending: false
    property bool complete: false

    implicitWidth: Theme.sizeSwitchWidth
    implicitHeight: Theme.sizeSwitchHeight
    hoverEnabled: true
    focusPolicy: Qt.NoFocus
    // Qt 6.4 tells every button of its controls as a plain one, whatever its role, unless it can be checked.
    checkable: true
    checked: control.on
    onCheckedChanged: {
        if (control.checked !== control.on)
            control.checked = Qt.binding(() => control.on); // It was clicked, and has not been answered.
    }

    Component.onCompleted: control.complete = true

    Accessible.role: Accessible.CheckBox
    Accessible.checkable: true
    Accessible.checked: control.on
    Accessible.onToggleAction: control.clicked()

    background: Rectangle {
        radius: height / 2
        color: control.on ? (control.hovered ? Theme.accentHover : Theme.accent) : "transparent"
        border.width: control.on ? 0 : 2
        border.color: control.hovered ? Theme.text : Theme.borderStrong
        opacity: control.pending ? 0.6 : 1
    }
    contentItem: Item {
        Rectangle {
            readonly property int inset: control.on ? 3 : 5

            x: control.on !== control.mirrored ? control.width - width - inset : inset
            anchors.verticalCenter: parent.verticalCenter
            width: control.height - 2 * inset
            height: width
            radius: height / 2
            color: control.on ? Theme.textOnAccent : (control.hovered ? Theme.text : Theme.borderStrong)

            Behavior on x {
                enabled: control.complete && !Theme.reducedMotion
                NumberAnimation {
                    duration: Theme.motionFast
                    easing.type: Easing.OutCubic
                }
            }
        }
    }
}
