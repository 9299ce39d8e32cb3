import QtQuick
import NovaSettings
import NovaSettings.Pictures
import NovaSettings.ViewModels

// One setting: what it is, what it is set to, and what is wrong with that. The first of a group has its title above.
Item {
    id: row

    /// The model itself: a row sees nothing outside of itself.
    required property SettingsModel settings
    required property int index
    required property string name
    required property string groupTitle
    required property bool first
    required property string groupNote
    required property bool shown
    required property string title
    required property string about
    required property int kind
    required property string written
    required property bool on
    required property list<string> choices
    required property int choice
    required property bool edited
    required property string byDefault
    required property string overridden
    required property string problem
    required property bool editable

    readonly property bool narrow: row.width < 520
    readonly property bool wide: row.kind === SettingsModel.Text || row.kind === SettingsModel.List || row.kind === SettingsModel.File

    function takeFocus() {
        (control.item as Item).forceActiveFocus(Qt.TabFocusReason);
    }

    /// What it is changed with.
    function controlFile(): string {
        if (row.kind === SettingsModel.Switch)
            return "SettingSwitch.qml";
        return row.kind === SettingsModel.Choice ? "SettingChoice.qml" : "SettingField.qml";
    }

    Component.onCompleted: {
        control.setSource(row.controlFile(), { "row": row });
        if (row.name === "server.enabled")
            extra.setSource("WebAccess.qml", { "settings": row.settings });
        else if (row.name === "redis.url")
            extra.setSource("RedisTest.qml", { "settings": row.settings });
    }

    objectName: "setting:" + row.name
    visible: row.shown
    implicitHeight: whole.implicitHeight

    // Positioners rather than layouts: there are many rows, and each changes its height while somebody writes in it.
    Column {
        id: whole
        width: row.width

        Text {
            width: parent.width
            topPadding: Theme.spaceXl
            bottomPadding: Theme.spaceXs
            visible: row.first
            text: row.groupTitle
            color: Theme.text
            font.pixelSize: Theme.fontLarge
            font.weight: Font.DemiBold
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        Text {
            objectName: "groupNote"
            width: parent.width
            bottomPadding: Theme.spaceS
            visible: row.first && row.groupNote.length > 0
            text: row.groupNote
            textFormat: Text.PlainText
            color: Theme.textMuted
            font.pixelSize: Theme.fontBody
            horizontalAlignment: Text.AlignLeft
            wrapMode: Text.Wrap
        }
        Item {
            id: body

            readonly property int room: row.narrow ? 0 : control.width + undo.width + Theme.spaceXl

            width: parent.width
            implicitHeight: 2 * Theme.spaceM + (row.narrow ? words.height + Theme.spaceS + controls.height
                                                           : Math.max(words.height, controls.height))

            Column {
                id: words
                anchors.left: parent.left
                y: Theme.spaceM
                width: body.width - body.room
                spacing: 2

                Row {
                    width: parent.width
                    spacing: Theme.spaceS

                    Text {
                        text: row.title
                        color: Theme.text
                        font.pixelSize: Theme.fontBody
                        font.weight: row.edited ? Font.DemiBold : Font.Normal
                    }
                    Rectangle {
                        objectName: "edited"
                        anchors.verticalCenter: parent.verticalCenter
                        visible: row.edited
                        width: 8
                        height: 8
                        radius: 4
                        color: Theme.accent
                        Accessible.role: Accessible.StaticText
                        Accessible.name: qsTr("changed, not applied yet")
                    }
                }
                Text {
                    width: parent.width
                    text: row.about
                    color: Theme.textMuted
                    font.pixelSize: Theme.fontSmall
                    horizontalAlignment: Text.AlignLeft
                    wrapMode: Text.Wrap
                }
                Text {
                    objectName: "overridden"
                    width: parent.width
                    visible: row.overridden.length > 0
                    text: row.overridden
                    textFormat: Text.PlainText
                    color: Theme.attention
                    font.pixelSize: Theme.fontSmall
                    horizontalAlignment: Text.AlignLeft
                    wrapMode: Text.Wrap
                }
                Text {
                    objectName: "problem"
                    width: parent.width
                    visible: row.problem.length > 0 && !row.wide
                    text: row.problem
                    textFormat: Text.PlainText
                    color: Theme.failing
                    font.pixelSize: Theme.fontSmall
                    horizontalAlignment: Text.AlignLeft
                    wrapMode: Text.Wrap
                }
            }
            Item {
                id: controls
                anchors.left: row.narrow ? parent.left : undefined
                anchors.right: row.narrow ? undefined : parent.right
                y: row.narrow ? words.y + words.height + Theme.spaceS : Theme.spaceM
                width: undo.width + control.width + Theme.spaceXs
                height: Math.max(Theme.sizeControl, control.height)

                GlyphButton {
                    id: undo
                    objectName: "useDefault"
                    anchors.left: row.narrow ? control.right : undefined
                    anchors.right: row.narrow ? undefined : control.left
                    anchors.leftMargin: Theme.spaceXs
                    anchors.rightMargin: Theme.spaceXs
                    visible: row.byDefault.length > 0 && row.editable
                    shape: Glyph.Undo
                    text: qsTr("Back to the default. %1").arg(row.byDefault)
                    Accessible.name: qsTr("%1: back to the default. %2").arg(row.title).arg(row.byDefault)
                    onClicked: row.settings.useDefault(row.index)
                }
                Loader {
                    id: control
                    objectName: "control"
                    anchors.left: row.narrow ? parent.left : undefined
                    anchors.right: row.narrow ? undefined : parent.right
                    y: row.wide ? 0 : Math.max(0, (Theme.sizeControl - control.height) / 2)
                    width: row.wide ? Math.min(360, row.width - undo.width - Theme.spaceXs) : undefined
                }
            }
        }
        Loader {
            id: extra
            width: parent.width
            height: visible ? extra.implicitHeight + Theme.spaceM : 0
            visible: extra.status === Loader.Ready && (row.name !== "server.enabled" || row.settings.webListening)
        }
        Rectangle {
            width: parent.width
            height: 1
            color: Theme.border
        }
    }
}
