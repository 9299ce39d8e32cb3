import QtQuick
import QtQuick.Controls.Basic
import NovaSettings
import NovaSettings.ViewModels

// Which servers are shown, by how they are: one of four, each with how many there are.
Row {
    id: filter

    required property ServersModel servers
    property int show: ServerFilter.All

    spacing: Theme.spaceXs

    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Show")

    Repeater {
        model: [
            { show: ServerFilter.All, name: "showAll", text: qsTr("All"), count: filter.servers.count },
            { show: ServerFilter.Needing, name: "showNeeding", text: qsTr("Need you"), count: filter.servers.needingCount },
            { show: ServerFilter.Working, name: "showWorking", text: qsTr("Working"), count: filter.servers.workingCount },
            { show: ServerFilter.Off, name: "showOff", text: qsTr("Off"), count: filter.servers.count - filter.servers.enabledCount }
        ]

        AbstractButton {
            id: choice

            required property var modelData
            readonly property bool chosen: filter.show === modelData.show

            objectName: modelData.name
            implicitHeight: Theme.sizeControl
            implicitWidth: label.implicitWidth + 2 * Theme.spaceM
            hoverEnabled: true
            text: qsTr("%1 %2").arg(modelData.text).arg(modelData.count)
            onClicked: filter.show = modelData.show

            Accessible.role: Accessible.RadioButton
            Accessible.name: choice.text
            Accessible.checkable: true
            Accessible.checked: choice.chosen

            background: Rectangle {
                radius: Theme.radiusControl
                color: choice.chosen ? Theme.surfaceSelected : (choice.hovered ? Theme.surfaceHover : "transparent")

                FocusRing {
                    visible: choice.visualFocus
                }
            }
            contentItem: Text {
                id: label
                text: choice.text
                color: choice.chosen ? Theme.accent : Theme.textMuted
                font.pixelSize: Theme.fontBody
                font.weight: choice.chosen ? Font.DemiBold : Font.Normal
                horizontalAlignment: Text.AlignHCenter
                verticalAlignment: Text.AlignVCenter
            }
        }
    }
}
