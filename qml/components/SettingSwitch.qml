import QtQuick
import NovaSettings

// The switch of a setting that is on or off.
NovaSwitch {
    id: toggle

    required property SettingRow row

    objectName: "switch"
    on: toggle.row.on
    // What is being applied does not flicker; the model takes nothing meanwhile.
    enabled: toggle.row.editable || toggle.row.settings.applying
    opacity: toggle.enabled ? 1 : 0.5
    focusPolicy: Qt.StrongFocus
    onClicked: toggle.row.settings.setOn(toggle.row.index, !toggle.row.on)
    Keys.onReturnPressed: toggle.clicked()
    Keys.onEnterPressed: toggle.clicked()

    Accessible.name: toggle.row.title
    Accessible.description: toggle.row.problem.length > 0 ? toggle.row.problem : toggle.row.about

    FocusRing {
        visible: toggle.visualFocus
        anchors.margins: -3
        radius: height / 2
    }
}
