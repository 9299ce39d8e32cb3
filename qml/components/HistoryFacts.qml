import QtQuick
import NovaSettings
import NovaSettings.ViewModels

// How a server has been: the bar of the last hours, and figures of its days.
Column {
    id: past

    required property DetailsModel details
    required property int scaleMs

    visible: past.details.enabled || past.details.history.count > 0
    spacing: 6

    LatencyBar {
        width: parent.width
        height: 28
        visible: past.details.enabled && past.details.barKinds.length > 0
        kinds: past.details.barKinds
        latencies: past.details.barLatencies
        scaleMs: past.scaleMs
    }
    Item {
        width: 1
        height: 2
    }
    Fact {
        width: parent.width
        label: qsTr("Up, 24 hours")
        value: past.details.history.uptimeDay
    }
    Fact {
        width: parent.width
        label: qsTr("Up, 30 days")
        value: past.details.history.uptimeMonth
    }
    Fact {
        width: parent.width
        label: qsTr("Usually within")
        value: past.details.history.usualLatency
        detail: qsTr("Half of the answers of the last 24 hours (p50)")
    }
    Fact {
        width: parent.width
        label: qsTr("Nearly always")
        value: past.details.history.slowLatency
        detail: qsTr("95 of 100 answers of the last 24 hours (p95)")
    }
    Text {
        width: parent.width
        visible: text.length > 0
        text: past.details.history.problem
        textFormat: Text.PlainText
        color: Theme.textMuted
        font.pixelSize: Theme.fontSmall
        horizontalAlignment: Text.AlignLeft
        wrapMode: Text.Wrap
    }
}
