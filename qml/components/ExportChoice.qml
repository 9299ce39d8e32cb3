import QtQuick
import NovaSettings
import NovaSettings.ViewModels

// One server that is exported or not.
NovaCheckBox {
    id: choice

    required property int index
    required property string name
    required property bool on
    required property bool chosen
    readonly property GridView grid: choice.GridView.view as GridView
    readonly property ExportModel exporting: choice.grid ? choice.grid.model as ExportModel : null

    objectName: "exportChosen"
    width: choice.grid ? choice.grid.cellWidth : 0
    leftPadding: Theme.spaceXs
    text: choice.on ? choice.name : qsTr("%1 (off)").arg(choice.name)
    checked: choice.chosen
    onToggled: {
        choice.exporting.choose(choice.index, choice.checked);
        choice.checked = Qt.binding(() => choice.chosen);
    }
    onActiveFocusChanged: {
        if (choice.activeFocus)
            choice.grid.positionViewAtIndex(choice.index, GridView.Contain);
    }
}
