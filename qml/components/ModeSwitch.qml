import QtQuick
import QtQuick.Controls.Basic
import NovaSettings

// One of a few ways to look at the same thing.
Row {
    id: modes

    /// What the choices are called.
    required property var labels
    property int current: 0
    /// For a screen reader.
    required property string name

    signal chosen(int mode)

    spacing: Theme.spaceXs

    Accessible.role: Accessible.Grouping
    Accessible.name: modes.name

    Repeater {
        model: modes.labels

        AbstractButton {
            id: choice

            required property int index
            required property string modelData
            readonly property var host: parent
            readonly property bool on: choice.host !== null && choice.host.current === choice.index

            objectName: "mode" + choice.index
            implicitHeight: Theme.sizeControl
            implicitWidth: choice.implicitContentWidth + 2 * Theme.spaceM
            hoverEnabled: true
            text: choice.modelData
            onClicked: choice.host.chosen(choice.index)

            Accessible.role: Accessible.RadioButton
            Accessible.name: choice.text
            Accessible.checkable: true
            Accessible.checked: choice.on

            background: Rectangle {
                radius: Theme.radiusControl
                color: choice.on ? Theme.surfaceSelected : (choice.hovered ? Theme.surfaceHover : "transparent")

                FocusRing {
                    visible: choice.visualFocus
                }
            }
            contentItem: Text {
                text: choice.text
                color: choice.on ? Theme.accent : Theme.textMuted
                font.pixelSize: Theme.fontBody
                font.weight: choice.on ? Font.DemiBold : Font.Normal
                horizontalAlignment: Text.AlignHCenter
                verticalAlignment: Text.AlignVCenter
            }
        }
    }
}
