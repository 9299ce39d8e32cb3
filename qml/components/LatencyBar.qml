import QtQuick
import NovaSettings
import NovaSettings.Pictures

// The last hours of a server in the colours of the theme; on hover, how to read it.
HealthBar {
    id: bar

    height: 20
    good: Theme.healthy
    attention: Theme.attention
    failing: Theme.failing
    faint: Theme.borderStrong

    HoverHandler {
        id: hover
    }
    NovaToolTip {
        visible: hover.hovered
        text: qsTr("The last 6 hours, a column for 15 minutes. The higher, the slower it answered; "
                   + "%1 ms fills it. Cut in the middle: it was down.").arg(bar.scaleMs)
        width: Math.min(implicitWidth, 300)
        y: bar.height + Theme.spaceXs
    }
}
