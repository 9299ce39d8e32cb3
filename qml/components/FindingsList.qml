import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import NovaSettings
import NovaSettings.ViewModels

// What is wrong with a text, one finding below the other. Enter or a click goes to its place.
FocusScope {
    id: list

    required property FindingsModel findings

    signal wanted(int line, int column)

    implicitHeight: Math.min(176, head.height + rows.contentHeight + Theme.spaceS)
    visible: list.findings.count > 0

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }
    Rectangle {
        width: parent.width
        height: 1
        color: Theme.border
    }
    Text {
        id: head
        objectName: "findingsSummary"
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.spaceL
        height: 28
        text: list.findings.summary
        color: list.findings.errorCount > 0 ? Theme.failing : Theme.attention
        font.pixelSize: Theme.fontSmall
        font.weight: Font.DemiBold
        horizontalAlignment: Text.AlignLeft
        verticalAlignment: Text.AlignVCenter
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
    ListView {
        id: rows
        objectName: "draftFindings"
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        focus: true
        activeFocusOnTab: true
        clip: true
        model: list.findings
        boundsBehavior: Flickable.StopAtBounds
        highlightMoveDuration: 0
        ScrollBar.vertical: NovaScrollBar {}

        Accessible.role: Accessible.List
        Accessible.name: qsTr("What is wrong")
        Accessible.description: qsTr("%1 in the list").arg(rows.count)

        Keys.onReturnPressed: rows.open()
        Keys.onEnterPressed: rows.open()

        function open() {
            const finding = rows.currentItem as Finding;
            if (finding)
                list.wanted(finding.line, finding.column);
        }

        delegate: Finding {}
        highlight: Item {
            z: 2

            FocusRing {
                anchors.margins: 1
            }
        }
    }
    Binding {
        target: rows.highlightItem
        property: "visible"
        value: rows.activeFocus
    }

    component Finding: Rectangle {
        id: finding

        required property int index
        required property int line
        required property int column
        required property bool severe
        required property string place
        required property string message
        required property string hint

        readonly property var host: ListView.view

        width: ListView.view ? ListView.view.width : 0
        height: row.implicitHeight + Theme.spaceS
        color: hover.hovered ? Theme.surfaceHover : "transparent"

        Accessible.role: Accessible.ListItem
        Accessible.name: qsTr("%1: %2 %3").arg(finding.place).arg(finding.message).arg(finding.hint)

        HoverHandler {
            id: hover
        }
        TapHandler {
            onTapped: {
                finding.host.currentIndex = finding.index;
                finding.host.open();
            }
        }
        RowLayout {
            id: row
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.leftMargin: Theme.spaceL
            anchors.rightMargin: Theme.spaceL
            spacing: Theme.spaceS

            StatusMark {
                Layout.alignment: Qt.AlignTop
                Layout.topMargin: 1
                status: finding.severe ? StatusModel.Failing : StatusModel.Attention
            }
            Text {
                Layout.alignment: Qt.AlignTop
                text: finding.line > 0 ? qsTr("line %1").arg(finding.line) : ""
                visible: text.length > 0
                color: Theme.textMuted
                font.pixelSize: Theme.fontBody
            }
            Text {
                Layout.fillWidth: true
                text: finding.hint.length > 0 ? finding.message + " " + finding.hint : finding.message
                textFormat: Text.PlainText
                color: Theme.text
                font.pixelSize: Theme.fontBody
                horizontalAlignment: Text.AlignLeft
                wrapMode: Text.Wrap
            }
        }
    }
}
