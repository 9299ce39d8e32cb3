import { addressOf, type Page } from '../lib/route';

interface EditorModesProps {
  /** For a screen reader. */
  name: string;
  page: Page;
  /** The path of each way to look at it: [] is the page itself. */
  modes: readonly { label: string; path: readonly string[] }[];
  current: number;
  /** The mode in which there is something that is not saved. */
  unsaved: number | undefined;
}

/** One of a few ways to look at the same thing, each with its address. */
export function EditorModes({ name, page, modes, current, unsaved }: EditorModesProps) {
  return (
    <nav class="modes" aria-label={name}>
      {modes.map(({ label, path }, at) => (
        <a key={label} href={addressOf(page, path)} aria-current={at === current ? 'page' : undefined}>
          {label}
          {at === unsaved && (
            <span class="unsaved">
              <span aria-hidden="true"> •</span>
              <span class="unseen"> (unsaved)</span>
            </span>
          )}
        </a>
      ))}
    </nav>
  );
}
