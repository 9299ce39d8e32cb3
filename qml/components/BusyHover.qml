import QtQuick

// Whether a pointer is at work over the parent. One that only rests there has let go after five seconds.
HoverHandler {
    id: hover

    readonly property bool atWork: hover.hovered && rest.running
    readonly property Timer rest: Timer {
        id: rest
        interval: 5000
    }

    onPointChanged: rest.restart()
}
