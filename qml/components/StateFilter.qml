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

    Choice {
        objectName: "showAll"
        label: qsTr("All")
        count: filter.servers.count
        chosen: filter.show === ServerFilter.All
        onClicked: filter.show = ServerFilter.All
    }
    Choice {
        objectName: "showNeeding"
        label: qsTr("Need you")
        count: filter.servers.needingCount
        chosen: filter.show === ServerFilter.Needing
        onClicked: filter.show = ServerFilter.Needing
    }
    Choice {
        objectName: "showWorking"
        label: qsTr("Working")
        count: filter.servers.workingCount
        chosen: filter.show === ServerFilter.Working
        onClicked: filter.show = ServerFilter.Working
    }
    Choice {
        objectName: "showOff"
        label: qsTr("Off")
        count: filter.servers.count - filter.servers.enabledCount
        chosen: filter.show === ServerFilter.Off
        onClicked: filter.show = ServerFilter.Off
    }

    component Choice: AbstractButton {
        id: choice

        required property string label
        required property int count
        required property bool chosen

        implicitHeight: Theme.sizeControl
        implicitWidth: choice.implicitContentWidth + 2 * Theme.spaceM
        hoverEnabled: true
        text: qsTr("%1 %2").arg(choice.label).arg(choice.count)

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
            text: choice.text
            color: choice.chosen ? Theme.accent : Theme.textMuted
            font.pixelSize: Theme.fontBody
            font.weight: choice.chosen ? Font.DemiBold : Font.Normal
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
        }
    }
}
