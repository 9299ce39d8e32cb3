import QtQuick
import NovaSettings
import NovaSettings.Pictures
import NovaSettings.ViewModels

// A status as shape and colour; the words beside it say the same.
Glyph {
    id: mark

    required property int status

    implicitWidth: 14
    implicitHeight: 14
    shape: {
        switch (mark.status) {
        case StatusModel.Good:
            return Glyph.Dot;
        case StatusModel.Attention:
            return Glyph.Half;
        case StatusModel.Degraded:
        case StatusModel.Failing:
            return Glyph.Triangle;
        case StatusModel.Checking:
            return Glyph.Dashes;
        default:
            return Glyph.Ring;
        }
    }
    color: {
        switch (mark.status) {
        case StatusModel.Good:
            return Theme.healthy;
        case StatusModel.Attention:
        case StatusModel.Degraded:
            return Theme.attention;
        case StatusModel.Failing:
            return Theme.failing;
        default:
            return Theme.off;
        }
    }
}
