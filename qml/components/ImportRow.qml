import QtQuick
import QtQuick.Layouts
import NovaSettings
import NovaSettings.Pictures
import NovaSettings.ViewModels

// One server of another program: whether it is to be added and under which name, or why it is not.
FocusScope {
    id: row

    required property int index
    required property string name
    required property string writtenName
    required property string address
    required property string place
    required property int kind
    required property string why
    required property string notes
    required property bool chosen
    required property string nameProblem
    required property string problem
    readonly property ImportModel importing: row.ListView.view ? row.ListView.view.model as ImportModel : null
    readonly property bool isNew: row.kind === ImportModel.New
    readonly property string verdict: {
        switch (row.kind) {
        case ImportModel.Added:
            return qsTr("added");
        case ImportModel.Present:
            return qsTr("there already");
        case ImportModel.Impossible:
            return qsTr("no place here");
        default:
            return row.chosen ? qsTr("will be added") : qsTr("left out");
        }
    }

    implicitHeight: layout.implicitHeight + 2 * Theme.spaceM
    onActiveFocusChanged: {
        if (row.activeFocus)
            row.ListView.view.positionViewAtIndex(row.index, ListView.Contain);
    }

    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: 1
        color: Theme.border
    }
    RowLayout {
        id: layout
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.rightMargin: Theme.spaceM
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.spaceM

        Item {
            Layout.preferredWidth: 18
            Layout.preferredHeight: Theme.sizeControl
            Layout.alignment: Qt.AlignTop
            Layout.leftMargin: Theme.spaceXs

            NovaCheckBox {
                objectName: "importChosen"
                anchors.fill: parent
                visible: row.isNew
                focus: row.isNew
                checked: row.chosen
                Accessible.name: qsTr("Add %1").arg(row.name)
                onToggled: {
                    row.importing.choose(row.index, checked);
                    checked = Qt.binding(() => row.chosen);
                }
            }
            Glyph {
                anchors.centerIn: parent
                width: 14
                height: 14
                visible: !row.isNew
                shape: row.kind === ImportModel.Impossible ? Glyph.Cross : Glyph.Check
                color: row.kind === ImportModel.Added ? Theme.healthy : Theme.textMuted
            }
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.spaceXs

            RowLayout {
                spacing: Theme.spaceM

                NovaTextField {
                    id: nameField
                    objectName: "importName"
                    Layout.preferredWidth: 176
                    Layout.alignment: Qt.AlignTop
                    visible: row.isNew
                    name: qsTr("Name of %1 in the catalog").arg(row.writtenName)
                    problem: row.nameProblem
                    onEdited: text => row.importing.rename(row.index, text)

                    // What is typed stays what was typed; a proposal that changes meanwhile is shown.
                    Binding on text {
                        value: row.name
                        when: !nameField.activeFocus
                        restoreMode: Binding.RestoreNone
                    }
                }
                Text {
                    Layout.preferredWidth: 176
                    Layout.preferredHeight: Theme.sizeControl
                    visible: !row.isNew
                    text: row.kind === ImportModel.Added ? row.name : row.writtenName
                    textFormat: Text.PlainText
                    color: row.kind === ImportModel.Added ? Theme.text : Theme.textMuted
                    font.pixelSize: Theme.fontBody
                    font.weight: Font.DemiBold
                    elide: Text.ElideRight
                    verticalAlignment: Text.AlignVCenter
                    horizontalAlignment: Text.AlignLeft
                }
                Text {
                    Layout.fillWidth: true
                    Layout.preferredHeight: Theme.sizeControl
                    Layout.alignment: Qt.AlignTop
                    text: row.address
                    textFormat: Text.PlainText
                    color: Theme.textMuted
                    font.pixelSize: Theme.fontBody
                    elide: Text.ElideMiddle
                    verticalAlignment: Text.AlignVCenter
                    horizontalAlignment: Text.AlignLeft
                }
                Text {
                    Layout.preferredHeight: Theme.sizeControl
                    Layout.alignment: Qt.AlignTop
                    text: row.verdict
                    color: row.kind === ImportModel.Added ? Theme.healthy : row.isNew && row.chosen ? Theme.accent : Theme.textMuted
                    font.pixelSize: Theme.fontSmall
                    verticalAlignment: Text.AlignVCenter
                }
            }
            Repeater {
                model: [row.kind === ImportModel.Added ? "" : row.why, row.notes, row.place.length > 0 ? qsTr("From the project %1.").arg(row.place) : ""]

                Text {
                    required property string modelData

                    Layout.fillWidth: true
                    visible: modelData.length > 0
                    text: modelData
                    textFormat: Text.PlainText
                    color: Theme.textMuted
                    font.pixelSize: Theme.fontSmall
                    wrapMode: Text.Wrap
                    horizontalAlignment: Text.AlignLeft
                }
            }
            Text {
                objectName: "importProblem"
                Layout.fillWidth: true
                visible: row.problem.length > 0
                text: row.problem
                textFormat: Text.PlainText
                color: Theme.failing
                font.pixelSize: Theme.fontSmall
                wrapMode: Text.Wrap
                horizontalAlignment: Text.AlignLeft
            }
        }
    }
}
