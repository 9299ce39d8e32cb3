// Reading what events carry. Other programs may send anything, so every value is looked at before it is used.

/** A text that somebody else has written, as one short line, whatever it was; empty if it is no text. */
export function oneLine(value: unknown, longest = 300): string {
  if (typeof value !== 'string') return '';
  return value
    .slice(0, 4 * longest)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longest);
}

export function fields(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

export function list(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.map(fields) : [];
}

export function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** "gmail", "gmail and notes", "a, b and c", "a, b and 7 more". */
export function namesWords(names: readonly string[]): string {
  const [first = '', second, third] = names;
  if (second === undefined) return first;
  if (third === undefined) return `${first} and ${second}`;
  const rest = names.length === 3 ? third : `${names.length - 2} more`;
  return `${first}, ${second} and ${rest}`;
}
