/** One header in a form. Of a `kept` one the file has the value, and it stays unless another one is typed. */
export interface HeaderRow {
  /** Stays with the row while others come and go. */
  id: number;
  name: string;
  value: string;
  kept: boolean;
}

const nextId = (rows: readonly HeaderRow[]) => Math.max(0, ...rows.map(({ id }) => id)) + 1;

/** Rows for the headers that the file has; their values are not shown to anybody. */
export function headersSeen(names: readonly string[], kept: boolean, beside: readonly HeaderRow[] = []): HeaderRow[] {
  const first = nextId(beside);
  return names.map((name, index) => ({ id: first + index, name, value: '', kept }));
}

export function withRow(rows: readonly HeaderRow[]): HeaderRow[] {
  return [...rows, { id: nextId(rows), name: '', value: '', kept: false }];
}

/** Without the file's values: what is left is what was typed. */
export function emptyRows(rows: readonly HeaderRow[]): HeaderRow[] {
  return rows.filter(({ value }) => value !== '').map((row) => ({ ...row, kept: false }));
}

/** As a merge patch over the headers that the file has: `null` takes one out, what is not named stays. */
export function headersPatch(rows: readonly HeaderRow[], inFile: readonly string[]): Record<string, string | null> {
  const patch: Record<string, string | null> = {};
  const present = new Set(rows.map(({ name }) => name.trim()));
  for (const { name, value, kept } of rows)
    if (name.trim() !== '' && (!kept || value !== '')) patch[name.trim()] = value;
  for (const name of inFile) if (!present.has(name)) patch[name] = null;
  return patch;
}

/** What is wrong with the headers; empty where nothing is. */
export function headersProblem(rows: readonly HeaderRow[]): string {
  const seen = new Set<string>();
  for (const { name: typed, value, kept } of rows) {
    const name = typed.trim();
    if (name === '' && value === '') continue; // Somebody has thought better of it.
    if (name === '') return 'A header has no name.';
    if (seen.has(name.toLowerCase())) return `${name} is there twice.`;
    seen.add(name.toLowerCase());
    if (!kept && value === '') return `${name} has no value. Type it, or remove the header.`;
  }
  return '';
}
