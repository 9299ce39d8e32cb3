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
        case StatusModel.Failing:
            return Glyph.Triangle;
        default:
            return Glyph.Ring;
        }
    }
    color: {
        switch (mark.status) {
        case StatusModel.Good:
            return Theme.healthy;
        case StatusModel.Attention:
            return Theme.attention;
        case StatusModel.Failing:
            return Theme.failing;
        default:
            return Theme.off;
        }
    }
}
