pragma Singleton

import QtQuick
import NovaSettings

// How the prompt's text looks: the pieces of it carry structure and class names, this is their style sheet.
QtObject {
    /// Lines longer than this are hard to follow.
    readonly property int measure: 760

    readonly property string sheet: "<style>"
        + "p { margin: 0 0 12px 0; line-height: 120% }"
        + "li { margin: 0 0 6px 0; line-height: 120% }"
        + "h1 { font-size: %1px; font-weight: 600; margin: 16px 0 12px 0 }".arg(Theme.fontDisplay)
        + "h2 { font-size: %1px; font-weight: 600; margin: 20px 0 8px 0 }".arg(Theme.fontTitle)
        + "h3 { font-size: %1px; font-weight: 600; margin: 16px 0 8px 0 }".arg(Theme.fontLarge)
        + "h4, h5, h6 { font-size: %1px; font-weight: 600; margin: 12px 0 6px 0 }".arg(Theme.fontBody)
        + "a { color: %1; text-decoration: underline }".arg(Theme.accent)
        + ".code { font-family: %1; background-color: %2 }".arg(Theme.monospace).arg(Theme.codeBackground)
        + ".image, .comment { color: %1; font-style: italic }".arg(Theme.textMuted)
        + "table.pre { background-color: %1 }".arg(Theme.codeBackground)
        + "div.gap { font-size: 3px }"
        + "div.pre { font-family: %1; white-space: pre-wrap; line-height: 110% }".arg(Theme.monospace)
        + "table.bar { background-color: %1 }".arg(Theme.accent)
        + "td.bar { padding-left: 3px }"
        + "table.quote { background-color: %1; color: %2 }".arg(Theme.surface).arg(Theme.textMuted)
        + "td.quote { padding: 6px 12px 0 14px }"
        + "table.rule { background-color: %1 }".arg(Theme.border)
        + "td.rule { font-size: 1px }"
        + "table.grid { border-collapse: collapse; border-color: %1; border-style: solid }".arg(Theme.border)
        + "th { font-weight: 600 }"
        + "</style>"
}
