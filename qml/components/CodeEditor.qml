import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import NovaSettings
import NovaSettings.Editing
import NovaSettings.ViewModels

// A whole text for editing: the numbers of its lines, marks where something is wrong, and what that is for the line with
// the cursor. Escape lets the next Tab leave; before, it writes blanks.
FocusScope {
    id: editor

    required property TextDraft draft
    /// For a screen reader.
    required property string name
    /// Lines that are too long go on below instead of to the right.
    property bool wraps: false
    readonly property int currentLine: link.lineCount > 0 ? link.lineOf(edit.cursorPosition) : 1
    readonly property bool locked: editor.draft.readOnlyReason.length > 0
    property bool tabLeaves: false
    /// What is said of the line with the cursor.
    property string words

    /// Where the lines stand that something is wrong with: asked again when the text has another size.
    readonly property var tints: {
        const places = [];
        if (edit.contentHeight <= 0 || edit.width <= 0 || link.lineCount <= 0)
            return places;
        const add = (line, severe) => {
            const place = edit.positionToRectangle(link.positionOf(line, 1));
            places.push({
                y: place.y,
                height: place.height,
                severe: severe
            });
        };
        editor.draft.findings.warningLines.forEach(line => add(line, false));
        editor.draft.findings.errorLines.forEach(line => add(line, true));
        return places;
    }

    function openFind() {
        findBar.open(edit.selectedText);
    }

    function findNext(back: bool) {
        if (findBar.visible)
            findBar.step(back);
        else
            editor.openFind();
    }

    function goTo(line: int, column: int) {
        edit.forceActiveFocus(Qt.ShortcutFocusReason);
        edit.cursorPosition = link.positionOf(line, column);
    }

    function nextFinding() {
        const line = editor.draft.findings.lineAfter(editor.currentLine);
        if (line > 0)
            editor.goTo(line, editor.draft.findings.columnAt(line));
    }

    function updateWords() {
        editor.words = editor.draft.findings.wordsAt(editor.currentLine);
    }

    function reveal() {
        const place = edit.cursorRectangle;
        const margin = place.height;
        if (place.y + edit.y < view.contentY)
            view.contentY = Math.max(0, place.y - margin);
        else if (place.y + place.height + Theme.spaceM > view.contentY + view.height) // The scroll bar may lie over the last line.
            view.contentY = Math.min(Math.max(0, view.contentHeight - view.height), place.y + place.height + margin - view.height);
        if (place.x <= view.width - Theme.spaceXl)
            view.contentX = 0; // The beginning of the line is in sight, too.
        else if (place.x < view.contentX + Theme.spaceS)
            view.contentX = Math.max(0, place.x - Theme.spaceXl);
        else if (place.x > view.contentX + view.width - Theme.spaceXl)
            view.contentX = Math.max(0, place.x - view.width + 2 * Theme.spaceXl);
    }

    function page(direction: int, selecting: bool) {
        const place = edit.cursorRectangle;
        const target = edit.positionAt(place.x, place.y + place.height / 2 + direction * (view.height - 2 * place.height));
        if (selecting)
            edit.moveCursorSelection(target);
        else
            edit.cursorPosition = target;
    }

    /// Shows the draft's text where it is another one. The cursor keeps its place among the words; where those are
    /// replaced, its place in the text.
    function showDraft() {
        const place = edit.cursorPosition;
        const before = edit.length;
        if (link.text === editor.draft.text)
            return;
        link.text = editor.draft.text;
        if (edit.cursorPosition !== place && (place === 0 || edit.cursorPosition !== place + edit.length - before))
            edit.cursorPosition = Math.min(place, edit.length);
    }

    function lock() {
        const place = edit.cursorPosition;
        edit.readOnly = editor.locked;
        edit.cursorPosition = place;
    }

    onLockedChanged: editor.lock()
    onCurrentLineChanged: editor.updateWords()
    Component.onCompleted: {
        editor.lock();
        editor.showDraft();
        editor.updateWords();
    }

    Connections {
        target: editor.draft

        function onTextChanged() {
            editor.showDraft();
        }
        function onSwitched() {
            link.forgetUndo();
        }
    }

    Connections {
        target: editor.draft.findings

        function onChanged() {
            editor.updateWords();
        }
    }
    EditorText {
        id: link
        document: edit.textDocument
        onEdited: text => editor.draft.edit(text)
    }
    FontMetrics {
        id: metrics
        font: edit.font
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        FindBar {
            id: findBar
            Layout.fillWidth: true
            text: visible ? editor.draft.text : ""
            position: edit.selectionStart
            onFound: (from, to) => {
                edit.select(from, to);
                editor.reveal();
            }
            onClosed: edit.forceActiveFocus(Qt.ShortcutFocusReason)
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            // Which way a text runs is its own matter.
            LayoutMirroring.enabled: false
            LayoutMirroring.childrenInherit: true
            spacing: 0

            LineNumbers {
                id: numbers
                Layout.fillHeight: true
                Layout.preferredWidth: Math.ceil(metrics.advanceWidth("0") * Math.max(3, String(link.lineCount).length)) + 32
                objectName: "lineNumbers"
                document: edit.textDocument
                contentY: view.contentY
                topPadding: edit.topPadding
                currentLine: editor.currentLine
                errorLines: editor.draft.findings.errorLines
                warningLines: editor.draft.findings.warningLines
                font: edit.font
                color: Theme.textMuted
                currentColor: Theme.text
                errorColor: Theme.failing
                warningColor: Theme.attention

                HoverHandler {
                    id: numbersHover
                }
                NovaToolTip {
                    readonly property string words: numbersHover.hovered ? editor.draft.findings.wordsAt(numbers.lineAt(numbersHover.point.position.y)) : ""

                    visible: words.length > 0
                    text: words
                    x: numbers.width
                    y: numbersHover.point.position.y
                }
                TapHandler {
                    onTapped: point => editor.goTo(numbers.lineAt(point.position.y), 1)
                }
            }
            Flickable {
                id: view
                objectName: "codeView"
                Layout.fillWidth: true
                Layout.fillHeight: true
                contentWidth: edit.width
                contentHeight: edit.height
                clip: true
                boundsBehavior: Flickable.StopAtBounds
                interactive: false // Dragging selects.
                pixelAligned: true
                onHeightChanged: editor.reveal()
                onWidthChanged: editor.reveal()
                ScrollBar.vertical: NovaScrollBar {
                    interactive: true
                }
                ScrollBar.horizontal: NovaScrollBar {
                    interactive: true
                }

                WheelHandler {
                    acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad
                    orientation: Qt.Vertical
                    onWheel: event => {
                        const bottom = Math.max(0, view.contentHeight - view.height);
                        view.contentY = Math.max(0, Math.min(bottom, view.contentY - event.angleDelta.y / 120 * 3 * metrics.height));
                        const right = Math.max(0, view.contentWidth - view.width);
                        view.contentX = Math.max(0, Math.min(right, view.contentX - event.angleDelta.x));
                    }
                }
                Rectangle {
                    y: edit.cursorRectangle.y
                    width: view.contentWidth
                    height: edit.cursorRectangle.height
                    visible: edit.activeFocus
                    color: Theme.surfaceHover
                }
                Repeater {
                    model: editor.tints

                    Rectangle {
                        id: tint

                        required property var modelData
                        readonly property bool severe: tint.modelData.severe

                        objectName: "tint"
                        y: tint.modelData.y
                        width: tint.parent ? tint.parent.width : 0
                        height: tint.modelData.height
                        color: tint.severe ? Theme.failingSubtle : Theme.attentionSubtle

                        Rectangle {
                            anchors.bottom: parent.bottom
                            width: parent.width
                            height: 1
                            color: tint.severe ? Theme.failing : Theme.attention
                        }
                    }
                }
                TextEdit {
                    id: edit
                    objectName: "codeText"
                    // Another width lays the whole text out again, and so does asking for the implicit one, at every key: a
                    // line grows by steps.
                    width: editor.wraps ? view.width : Math.max(view.width, Math.ceil((contentWidth + leftPadding + rightPadding) / 512) * 512)
                    height: Math.max(view.height, contentHeight + topPadding + bottomPadding)
                    focus: true
                    activeFocusOnTab: true
                    textFormat: TextEdit.PlainText
                    wrapMode: editor.wraps ? TextEdit.Wrap : TextEdit.NoWrap
                    readOnly: true // Until lock() says otherwise: a change of it takes the cursor to the end.
                    selectByMouse: true
                    persistentSelection: true
                    leftPadding: Theme.spaceS
                    rightPadding: Theme.spaceL
                    topPadding: Theme.spaceS
                    bottomPadding: Theme.spaceL
                    color: Theme.text
                    selectionColor: Theme.accent
                    selectedTextColor: Theme.textOnAccent
                    font.family: Theme.monospace
                    font.pixelSize: Theme.fontBody
                    onCursorRectangleChanged: editor.reveal()
                    onActiveFocusChanged: editor.tabLeaves = false

                    Accessible.role: Accessible.EditableText
                    Accessible.name: editor.name
                    Accessible.multiLine: true
                    Accessible.readOnly: edit.readOnly
                    Accessible.description: editor.words.length > 0 ? editor.words
                                          : qsTr("Tab writes blanks. Escape and then Tab leaves the text.")

                    Keys.onPressed: event => {
                        const shift = (event.modifiers & Qt.ShiftModifier) !== 0;
                        switch (event.key) {
                        case Qt.Key_Tab:
                            if (editor.tabLeaves || edit.readOnly)
                                edit.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason);
                            else
                                edit.insert(edit.cursorPosition, link.blanksAt(edit.cursorPosition, 2));
                            break;
                        case Qt.Key_Backtab:
                            edit.nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason);
                            break;
                        case Qt.Key_Escape:
                            if (findBar.visible)
                                findBar.close();
                            else
                                editor.tabLeaves = true;
                            break;
                        case Qt.Key_Return:
                        case Qt.Key_Enter:
                            if (edit.readOnly || shift || event.modifiers & Qt.ControlModifier)
                                return;
                            // A new line begins below the one before it.
                            const blanks = link.indentationAt(edit.selectionStart);
                            edit.remove(edit.selectionStart, edit.selectionEnd);
                            edit.insert(edit.cursorPosition, "\n" + blanks);
                            break;
                        case Qt.Key_PageUp:
                            editor.page(-1, shift);
                            break;
                        case Qt.Key_PageDown:
                            editor.page(1, shift);
                            break;
                        default:
                            if (event.text.length > 0)
                                editor.tabLeaves = false;
                            return;
                        }
                        event.accepted = true;
                    }
                }
            }
        }
        Rectangle {
            Layout.fillWidth: true
            visible: editor.words.length > 0
            implicitHeight: said.implicitHeight + 2 * Theme.spaceS
            color: Theme.codeBackground

            Text {
                id: said
                objectName: "lineWords"
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                anchors.leftMargin: Theme.spaceL
                anchors.rightMargin: Theme.spaceL
                text: editor.words
                textFormat: Text.PlainText
                color: Theme.text
                font.pixelSize: Theme.fontSmall
                wrapMode: Text.Wrap
                maximumLineCount: 4
                elide: Text.ElideRight
            }
        }
    }
    FocusRing {
        radius: 0
        visible: edit.activeFocus && editor.tabLeaves
    }
}
