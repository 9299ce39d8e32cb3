import QtQuick
import NovaSettings
import NovaSettings.ViewModels

// The field of a setting that is written.
NovaTextField {
    id: field

    required property SettingRow row

    objectName: "field"
    implicitWidth: field.row.kind === SettingsModel.Number ? 128 : 360
    // Two groups may have an address.
    name: qsTr("%1, %2").arg(field.row.title).arg(field.row.groupTitle)
    text: field.row.written
    readOnly: !field.row.editable
    problem: field.row.problem
    showsProblem: field.row.wide
    inputMethodHints: field.row.kind === SettingsModel.Number ? Qt.ImhDigitsOnly : Qt.ImhNoPredictiveText
    onEdited: text => field.row.settings.setText(field.row.index, text)
}
