import { useEffect, useId, useRef } from 'preact/hooks';
import { withRow, type HeaderRow } from '../model/server_form_headers';
import { CloseIcon } from './icons';

interface HeaderRowsProps {
  rows: readonly HeaderRow[];
  problem: string | undefined;
  onRows: (rows: readonly HeaderRow[]) => void;
  onLeave: () => void;
}

/** The headers of a server. Of one that the file has the value is not known; it stays unless another one is typed. */
export function HeaderRows({ rows, problem, onRows, onLeave }: HeaderRowsProps) {
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const count = useRef(rows.length);
  const addButton = useRef<HTMLButtonElement>(null);
  // A new row is there to be written in; from one that went the focus goes on to where another is added.
  useEffect(() => {
    if (rows.length > count.current) list.current?.querySelector<HTMLElement>('li:last-child input')?.focus();
    if (rows.length < count.current) addButton.current?.focus();
    count.current = rows.length;
  }, [rows.length]);

  const change = (row: HeaderRow, changed: Partial<HeaderRow>) =>
    onRows(rows.map((one) => (one === row ? { ...one, ...changed } : one)));
  const about = `${id}-hint${problem ? ` ${id}-problem` : ''}`;
  const input = { 'aria-describedby': about, 'aria-invalid': Boolean(problem), autocomplete: 'off', spellcheck: false };
  return (
    <div class="field" role="group" aria-labelledby={`${id}-label`}>
      <span class="field-label" id={`${id}-label`}>
        Headers
      </span>
      <p class="field-hint muted" id={`${id}-hint`}>
        Keep secrets out of the file: write <code>{'${GMAIL_TOKEN}'}</code>, and Nova takes the value from its
        environment.
      </p>
      {rows.length > 0 && (
        <ul class="headers" ref={list}>
          {rows.map((row) => (
            <li key={row.id}>
              <input
                {...input}
                aria-label="Name of the header"
                placeholder="Authorization"
                readOnly={row.kept}
                value={row.name}
                onInput={(event) => change(row, { name: event.currentTarget.value })}
              />
              <input
                {...input}
                aria-label={`Value of ${row.name || 'the header'}`}
                placeholder={row.kept ? 'stays as it is in the file' : 'Bearer ${GMAIL_TOKEN}'}
                value={row.value}
                onInput={(event) => change(row, { value: event.currentTarget.value })}
                onBlur={onLeave}
              />
              <button
                type="button"
                class="button icon-button"
                aria-label={row.name ? `Remove the header ${row.name}` : 'Remove the header'}
                onClick={() => onRows(rows.filter((one) => one !== row))}
              >
                <CloseIcon />
              </button>
            </li>
          ))}
        </ul>
      )}
      {problem && (
        <p class="field-problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      <p>
        <button type="button" class="button small" ref={addButton} onClick={() => onRows(withRow(rows))}>
          Add a header
        </button>
      </p>
    </div>
  );
}
