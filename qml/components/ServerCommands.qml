import QtQuick
import QtQuick.Controls.Basic
import NovaSettings
import NovaSettings.ViewModels

// What can be done with servers, wherever they are shown: the form, the menu, and what is said afterwards. Fills the
// window; only what it shows takes any room.
Item {
    id: commands

    enum Offer { Undo, OpenAgain, FileOrder }

    required property ServersModel servers
    required property ServerForm form
    required property ServerActions actions
    /// The servers are shown as they are in the file, all of them: they can be put to another place.
    property bool movable: false
    /// Why nothing can be changed just now; empty where it can.
    readonly property string whyNot: commands.actions.whyNot
    readonly property alias menuOpen: menu.visible
    readonly property alias menuFor: menu.name

    /// There is something new to be shown.
    signal arrived(string name)
    /// The keyboard goes back to where it was.
    signal finished
    /// Somebody wants to see the servers in the order of the file.
    signal fileOrderWanted

    function add() {
        if (commands.refuse())
            return;
        commands.form.beginAdd();
        dialog.begin();
    }
    function edit(name: string) {
        if (!commands.refuse() && commands.form.beginEdit(name))
            dialog.begin();
    }
    function duplicate(name: string) {
        if (!commands.refuse() && commands.form.beginDuplicate(name))
            dialog.begin();
    }
    function remove(name: string) {
        commands.actions.remove(name);
    }
    function undo() {
        toast.hide();
        commands.actions.undo();
    }
    function move(name: string, places: int) {
        if (commands.refuse())
            return;
        if (commands.movable)
            commands.servers.moveBy(name, places);
        else
            toast.ask(qsTr("Servers are moved where all are shown in the order of the file."), qsTr("Show that order"), ServerCommands.FileOrder);
    }
    /// Another Nova is shown: what is open or offered here is about servers of the one before.
    function forget() {
        toast.hide();
        menu.close();
        dialog.done = true;
        dialog.close();
    }
    /// The menu of a server, below `item`.
    function openMenu(name: string, item: Item) {
        menu.name = name;
        menu.popup(item, 0, item.height);
    }
    /// A key that was pressed where a server is chosen; whether it meant something.
    function key(event: var, name: string): bool {
        const control = event.modifiers & Qt.ControlModifier;
        if (event.key === Qt.Key_Z && control) {
            commands.undo();
            return true;
        }
        if (event.modifiers & Qt.AltModifier) {
            if (event.key !== Qt.Key_Up && event.key !== Qt.Key_Down)
                return false;
            commands.move(name, event.key === Qt.Key_Up ? -1 : 1);
            return true;
        }
        if (control || event.modifiers & Qt.MetaModifier)
            return false;
        switch (event.key) {
        case Qt.Key_A:
            commands.add();
            return true;
        case Qt.Key_E:
            commands.edit(name);
            return true;
        case Qt.Key_D:
            commands.duplicate(name);
            return true;
        case Qt.Key_Delete:
            commands.remove(name);
            return true;
        }
        return false;
    }
    /// Says why nothing can be changed, where that is so.
    function refuse(): bool {
        if (commands.whyNot.length > 0)
            toast.complain(commands.whyNot);
        return commands.whyNot.length > 0;
    }

    Connections {
        target: commands.actions

        function onRemoved(name: string) {
            toast.ask(qsTr("%1 removed").arg(name), qsTr("Undo"), ServerCommands.Undo);
            commands.finished();
        }
        function onRestored(name: string, words: string) {
            toast.show(words, "");
            commands.arrived(name);
        }
        function onTold(words: string) {
            toast.show(words, "");
        }
        function onFailed(reason: string) {
            toast.complain(reason);
        }
    }
    Connections {
        target: commands.servers

        // The row says it too, where it has room for it, or is shown at all.
        function onFailed(name: string, reason: string) {
            toast.complain(qsTr("%1: %2").arg(name).arg(reason));
        }
    }
    NovaMenu {
        id: menu
        property string name

        objectName: "serverMenu"
        onClosed: {
            if (!dialog.visible)
                commands.finished();
        }

        NovaMenuItem {
            objectName: "menuEdit"
            text: qsTr("Edit")
            key: qsTr("E")
            enabled: commands.whyNot.length === 0
            onTriggered: commands.edit(menu.name)
        }
        NovaMenuItem {
            objectName: "menuDuplicate"
            text: qsTr("Duplicate")
            key: qsTr("D")
            enabled: commands.whyNot.length === 0
            onTriggered: commands.duplicate(menu.name)
        }
        NovaMenuItem {
            objectName: "menuCopy"
            text: qsTr("Copy address")
            onTriggered: commands.actions.copyAddress(menu.name)
        }
        NovaMenuItem {
            objectName: "menuUp"
            text: qsTr("Move up")
            key: qsTr("Alt+↑")
            enabled: commands.whyNot.length === 0
            onTriggered: commands.move(menu.name, -1)
        }
        NovaMenuItem {
            objectName: "menuDown"
            text: qsTr("Move down")
            key: qsTr("Alt+↓")
            enabled: commands.whyNot.length === 0
            onTriggered: commands.move(menu.name, 1)
        }
        NovaMenuItem {
            objectName: "menuRemove"
            text: qsTr("Remove")
            key: qsTr("Delete")
            severe: true
            enabled: commands.whyNot.length === 0
            onTriggered: commands.remove(menu.name)
        }
    }
    ServerFormDialog {
        id: dialog
        form: commands.form
        onLeft: {
            toast.ask(qsTr("Not saved. What you typed is kept."), qsTr("Open again"), ServerCommands.OpenAgain);
            commands.finished();
        }
        onSaved: (name, words) => {
            if (words.length > 0)
                toast.show(words, "");
            commands.arrived(name);
        }
        onClosed: commands.finished()
    }
    Toast {
        id: toast

        /// What its button does.
        property int offer: ServerCommands.Undo

        function ask(message: string, actionText: string, offer: int) {
            toast.offer = offer;
            toast.show(message, actionText);
        }

        objectName: "serverToast"
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.spaceXl
        onActionTriggered: {
            if (toast.offer === ServerCommands.Undo)
                commands.undo();
            else if (toast.offer === ServerCommands.OpenAgain)
                dialog.begin();
            else
                commands.fileOrderWanted();
        }
    }
}
