import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import NovaSettings
import NovaSettings.ViewModels

// Two texts beside each other, and below each other where there is no room. What is the same is folded away; a sign
// says what became of a line, a line under the words what is different in it.
FocusScope {
    id: view

    required property DiffModel diff
    required property string leftTitle
    required property string rightTitle
    /// What is said where nothing differs.
    property string nothing: qsTr("The two texts are the same.")
    readonly property bool narrow: view.width < 560

    function scrollBy(distance: real) {
        const top = lines.originY;
        const bottom = Math.max(top, top + lines.contentHeight - lines.height);
        lines.contentY = Math.max(top, Math.min(bottom, lines.contentY + distance));
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        RowLayout {
            objectName: "diffTitles"
            Layout.fillWidth: true
            Layout.leftMargin: Theme.spaceL
            Layout.rightMargin: Theme.spaceL
            Layout.preferredHeight: Theme.sizeControl
            visible: view.diff.count > 0
            spacing: Theme.spaceL
            // In the order of the columns below.
            LayoutMirroring.enabled: false
            LayoutMirroring.childrenInherit: true

            Text {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                text: view.narrow ? qsTr("− %1").arg(view.leftTitle) : view.leftTitle
                color: view.narrow ? Theme.failing : Theme.textMuted
                font.pixelSize: Theme.fontSmall
                horizontalAlignment: Text.AlignLeft
                elide: Text.ElideRight
            }
            Text {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                text: view.narrow ? qsTr("+ %1").arg(view.rightTitle) : view.rightTitle
                color: view.narrow ? Theme.healthy : Theme.textMuted
                font.pixelSize: Theme.fontSmall
                horizontalAlignment: Text.AlignLeft
                elide: Text.ElideRight
            }
        }
        ListView {
            id: lines

            readonly property bool narrow: view.narrow

            objectName: "diffLines"
            Layout.fillWidth: true
            Layout.fillHeight: true
            focus: true
            activeFocusOnTab: true
            clip: true
            model: view.diff
            boundsBehavior: Flickable.StopAtBounds
            keyNavigationEnabled: false
            ScrollBar.vertical: NovaScrollBar {}
            // Which way a text runs is its own matter.
            LayoutMirroring.enabled: false
            LayoutMirroring.childrenInherit: true

            Accessible.role: Accessible.List
            Accessible.name: qsTr("Differences")
            Accessible.description: qsTr("%1 in the list").arg(lines.count)

            Keys.onPressed: event => {
                switch (event.key) {
                case Qt.Key_J:
                case Qt.Key_Down:
                    view.scrollBy(48);
                    break;
                case Qt.Key_K:
                case Qt.Key_Up:
                    view.scrollBy(-48);
                    break;
                case Qt.Key_Space:
                case Qt.Key_PageDown:
                    view.scrollBy(lines.height - 48);
                    break;
                case Qt.Key_PageUp:
                    view.scrollBy(48 - lines.height);
                    break;
                case Qt.Key_Home:
                    lines.positionViewAtBeginning();
                    break;
                case Qt.Key_End:
                    lines.positionViewAtEnd();
                    break;
                default:
                    return;
                }
                event.accepted = true;
            }

            delegate: Item {
                id: line

                required property int kind
                required property int leftNumber
                required property string leftText
                required property int rightNumber
                required property string rightText
                required property int folded
                required property string spoken
                readonly property bool folding: line.kind === DiffModel.Fold
                readonly property bool removes: line.kind === DiffModel.Removed || line.kind === DiffModel.Changed
                readonly property bool adds: line.kind === DiffModel.Added || line.kind === DiffModel.Changed
                readonly property bool stacked: ListView.view ? (ListView.view as ListView).width < 560 : false

                width: ListView.view ? ListView.view.width : 0
                height: line.folding ? 28 : sides.implicitHeight

                Accessible.role: Accessible.ListItem
                Accessible.name: line.spoken

                Rectangle {
                    anchors.fill: parent
                    visible: line.folding
                    color: Theme.codeBackground

                    Text {
                        anchors.centerIn: parent
                        text: line.folded === 1 ? qsTr("… 1 line the same") : qsTr("… %1 lines the same").arg(line.folded)
                        color: Theme.textMuted
                        font.pixelSize: Theme.fontSmall
                    }
                }
                GridLayout {
                    id: sides
                    width: parent.width
                    visible: !line.folding
                    columns: line.stacked ? 1 : 2
                    columnSpacing: 0
                    rowSpacing: 0

                    Side {
                        visible: !line.stacked || line.removes
                        number: line.leftNumber
                        text: line.leftText
                        sign: line.removes ? "−" : ""
                        signColor: Theme.failing
                        ground: line.removes ? Theme.failingSubtle : line.leftNumber === 0 ? Theme.background : Theme.surface
                    }
                    Side {
                        visible: !line.stacked || line.kind !== DiffModel.Removed
                        number: line.rightNumber
                        text: line.rightText
                        sign: line.adds ? "+" : ""
                        signColor: Theme.healthy
                        ground: line.adds ? Theme.healthySubtle : line.rightNumber === 0 ? Theme.background : Theme.surface
                    }
                }
            }
        }
    }
    EmptyState {
        anchors.centerIn: parent
        visible: view.diff.count === 0
        title: view.nothing
    }
    FocusRing {
        radius: 0
        visible: lines.activeFocus && view.diff.count > 0
    }

    // One side of a line.
    component Side: Rectangle {
        id: side

        required property int number
        required property string text
        required property string sign
        required property color signColor
        required property color ground

        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 1
        implicitHeight: words.implicitHeight + 2
        color: side.ground

        Text {
            id: numberText
            width: 44
            anchors.left: parent.left
            anchors.top: words.top
            text: side.number > 0 ? side.number : ""
            color: Theme.textMuted
            font.family: Theme.monospace
            font.pixelSize: Theme.fontSmall
            horizontalAlignment: Text.AlignRight
        }
        Text {
            id: signText
            width: 20
            anchors.left: numberText.right
            anchors.top: words.top
            text: side.sign
            color: side.signColor
            font.family: Theme.monospace
            font.pixelSize: Theme.fontSmall
            font.weight: Font.Bold
            horizontalAlignment: Text.AlignHCenter
        }
        Text {
            id: words
            y: 1
            anchors.left: signText.right
            anchors.right: parent.right
            anchors.rightMargin: Theme.spaceS
            text: side.text
            textFormat: Text.StyledText
            color: Theme.text
            font.family: Theme.monospace
            font.pixelSize: Theme.fontSmall
            horizontalAlignment: Text.AlignLeft
            wrapMode: Text.Wrap
        }
    }
}
