// The design tokens as CSS variables: color.light.textMuted becomes --color-text-muted, and so on. The same file makes
// the theme of the desktop window, so that both look alike.

const kebab = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const lines = (prefix, values, unit = '') =>
  Object.entries(values).map(([name, value]) => `  --${prefix}-${kebab(name)}: ${value}${unit};`);

export function tokensToCss(tokens) {
  // Type scales with the reader's own font size, everything else is in pixels.
  const type = Object.entries(tokens.font).map(([name, px]) => `  --font-${kebab(name)}: ${px / 16}rem;`);
  return [
    ':root {',
    '  color-scheme: light dark;',
    ...lines('color', tokens.color.light),
    ...lines('space', tokens.space, 'px'),
    ...type,
    ...lines('radius', tokens.radius, 'px'),
    ...lines('size', tokens.size, 'px'),
    ...lines('motion', tokens.motion, 'ms'),
    '}',
    '@media (prefers-color-scheme: dark) {',
    ':root {',
    ...lines('color', tokens.color.dark),
    '}',
    '}',
    '@media (prefers-contrast: more) {',
    ':root {',
    ...lines('color', tokens.contrast.light),
    '}',
    '}',
    '@media (prefers-contrast: more) and (prefers-color-scheme: dark) {',
    ':root {',
    ...lines('color', tokens.contrast.dark),
    '}',
    '}',
    '',
  ].join('\n');
}
