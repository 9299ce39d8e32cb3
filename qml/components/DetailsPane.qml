import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import NovaSettings
import NovaSettings.Pictures
import NovaSettings.ViewModels

// Everything about one server, beside the list: how it is and what to do, what it offers, and how it has been.
FocusScope {
    id: pane

    required property DetailsModel details
    required property ServersModel servers
    required property ServerCommands commands
    property bool restarting: false

    signal restartWanted(string service)
    signal closed

    function close() {
        pane.details.name = "";
        pane.closed();
    }

    objectName: "detailsPane"
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Details of %1").arg(pane.details.name)

    Keys.onEscapePressed: pane.close()
    Keys.onPressed: event => {
        if (pane.commands.key(event, pane.details.name)) {
            event.accepted = true;
            return;
        }
        if (event.key !== Qt.Key_R)
            return;
        if (!(event.modifiers & Qt.ShiftModifier))
            pane.servers.check(pane.details.name);
        else if (pane.details.service.length > 0)
            pane.restartWanted(pane.details.service);
        event.accepted = true;
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }
    Rectangle {
        width: 1
        height: parent.height
        color: Theme.border
    }
    AbstractButton {
        id: closeButton
        objectName: "closeDetails"
        z: 1
        anchors.right: parent.right
        anchors.rightMargin: Theme.spaceM
        y: Theme.spaceL
        width: Theme.sizeControl
        height: Theme.sizeControl
        hoverEnabled: true
        onClicked: pane.close()
        Accessible.name: qsTr("Close the details")

        background: Rectangle {
            radius: Theme.radiusControl
            color: closeButton.hovered ? Theme.surfaceHover : "transparent"

            FocusRing {
                visible: closeButton.visualFocus
            }
        }
        contentItem: Item {
            Glyph {
                anchors.centerIn: parent
                shape: Glyph.Cross
                color: Theme.textMuted
            }
        }
    }
    GlyphButton {
        id: moreButton
        objectName: "detailsMore"
        z: 1
        anchors.right: closeButton.left
        y: Theme.spaceL
        shape: Glyph.More
        text: qsTr("More for %1").arg(pane.details.name)
        onClicked: pane.commands.openMenu(pane.details.name, moreButton)
    }
    Flickable {
        id: scroll
        anchors.fill: parent
        anchors.leftMargin: 1
        contentHeight: content.implicitHeight + 2 * Theme.spaceXl
        clip: true
        focus: true
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: NovaScrollBar {}
        Keys.onUpPressed: scroll.contentY = Math.max(0, scroll.contentY - 48)
        Keys.onDownPressed: scroll.contentY = Math.max(0, Math.min(scroll.contentHeight - scroll.height, scroll.contentY + 48))

        ColumnLayout {
            id: content
            x: Theme.spaceXl
            y: Theme.spaceL
            width: scroll.width - 2 * Theme.spaceXl
            spacing: Theme.spaceM

            Text {
                objectName: "detailsName"
                Layout.fillWidth: true
                Layout.preferredHeight: Theme.sizeControl
                Layout.rightMargin: 2 * Theme.sizeControl
                horizontalAlignment: Text.AlignLeft
                verticalAlignment: Text.AlignVCenter
                text: pane.details.name
                textFormat: Text.PlainText
                color: Theme.text
                font.pixelSize: Theme.fontTitle
                font.weight: Font.DemiBold
                elide: Text.ElideRight
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            Text {
                Layout.fillWidth: true
                visible: text.length > 0
                text: pane.details.description
                textFormat: Text.PlainText
                color: Theme.textMuted
                font.pixelSize: Theme.fontBody
                horizontalAlignment: Text.AlignLeft
                wrapMode: Text.Wrap
            }
            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.spaceS

                StatusMark {
                    Layout.alignment: Qt.AlignTop
                    Layout.topMargin: 2
                    status: pane.details.mark
                }
                Text {
                    objectName: "detailsWords"
                    Layout.fillWidth: true
                    text: pane.details.words
                    textFormat: Text.PlainText
                    color: Theme.text
                    font.pixelSize: Theme.fontBody
                    font.weight: Font.DemiBold
                    horizontalAlignment: Text.AlignLeft
                    wrapMode: Text.Wrap
                }
            }
            Rectangle {
                Layout.fillWidth: true
                Layout.preferredHeight: advice.implicitHeight + 2 * Theme.spaceM
                visible: pane.details.action.length > 0
                radius: Theme.radiusControl
                color: pane.details.mark === StatusModel.Failing ? Theme.failingSubtle : Theme.attentionSubtle

                Column {
                    id: advice
                    x: Theme.spaceM
                    y: Theme.spaceM
                    width: parent.width - 2 * Theme.spaceM
                    spacing: Theme.spaceXs

                    Text {
                        width: parent.width
                        text: pane.details.summary
                        textFormat: Text.PlainText
                        color: Theme.text
                        font.pixelSize: Theme.fontBody
                        horizontalAlignment: Text.AlignLeft
                        wrapMode: Text.Wrap
                    }
                    Text {
                        objectName: "detailsAction"
                        width: parent.width
                        text: pane.details.action
                        textFormat: Text.PlainText
                        color: Theme.text
                        font.pixelSize: Theme.fontBody
                        horizontalAlignment: Text.AlignLeft
                        wrapMode: Text.Wrap
                    }
                }
            }
            Flow {
                Layout.fillWidth: true
                spacing: Theme.spaceS

                NovaButton {
                    objectName: "detailsCheck"
                    visible: pane.details.enabled
                    enabled: pane.servers.reachable
                    text: qsTr("Check now")
                    onClicked: pane.servers.check(pane.details.name)
                }
                NovaButton {
                    objectName: "detailsRestart"
                    visible: pane.details.service.length > 0
                    enabled: pane.servers.reachable
                    text: pane.restarting ? qsTr("Restarting…") : qsTr("Restart")
                    onClicked: pane.restartWanted(pane.details.service)
                }
                NovaButton {
                    id: editButton
                    objectName: "detailsEdit"
                    enabled: pane.commands.whyNot.length === 0
                    text: qsTr("Edit")
                    onClicked: pane.commands.edit(pane.details.name)

                    HoverHandler {
                        id: editHover
                    }
                    NovaToolTip {
                        visible: editHover.hovered && pane.commands.whyNot.length > 0
                        text: pane.commands.whyNot
                    }
                }
            }
            Column {
                Layout.fillWidth: true
                spacing: 6

                Fact {
                    width: parent.width
                    label: qsTr("Address")
                    value: pane.details.url
                }
                Fact {
                    width: parent.width
                    label: qsTr("Server")
                    value: pane.details.program
                }
                Fact {
                    width: parent.width
                    label: qsTr("Protocol")
                    value: pane.details.protocol.length > 0 ? qsTr("MCP %1").arg(pane.details.protocol) : ""
                }
                Fact {
                    width: parent.width
                    label: qsTr("Answered in")
                    value: pane.details.latency
                }
                Fact {
                    width: parent.width
                    label: qsTr("Checked")
                    value: pane.details.checked
                    detail: pane.details.checkedAt
                }
                Fact {
                    width: parent.width
                    label: qsTr("Last well")
                    value: pane.details.lastHealthy
                }
                Fact {
                    width: parent.width
                    label: qsTr("In other words")
                    value: pane.details.detail
                }
            }
            Heading {
                visible: pane.details.toolNames.length > 0
                text: pane.details.toolsWords
            }
            Text {
                objectName: "detailsTools"
                Layout.fillWidth: true
                visible: pane.details.toolNames.length > 0
                text: pane.details.toolNames
                textFormat: Text.PlainText
                color: Theme.textMuted
                font.pixelSize: Theme.fontSmall
                horizontalAlignment: Text.AlignLeft
                lineHeight: 1.2
                wrapMode: Text.Wrap
            }
            Heading {
                visible: past.visible
                text: qsTr("How it has been")
            }
            HistoryFacts {
                id: past
                Layout.fillWidth: true
                details: pane.details
                scaleMs: pane.servers.latencyScaleMs
            }
            Heading {
                visible: pane.details.history.count > 0
                text: qsTr("Outages")
            }
            Repeater {
                model: pane.details.history

                OutageItem {
                    Layout.fillWidth: true
                }
            }
        }
    }

    component Heading: Text {
        Layout.fillWidth: true
        Layout.topMargin: Theme.spaceS
        color: Theme.text
        font.pixelSize: Theme.fontBody
        font.weight: Font.DemiBold
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
}
