import { useRef, useState } from 'preact/hooks';
import type { ExportForm } from '../api/transfer';
import type { Catalog } from '../api/types';
import { copyText, saveAsFile } from '../lib/hand_over';
import { chosenWords, forms, useExport } from '../model/export';
import { Dialog } from './dialog';
import { Field } from './field';

interface ExportDialogProps {
  catalog: Catalog;
  onClose: () => void;
}

/** Servers as another program reads them: for whom, which of them, and the text to copy or to save. */
export function ExportDialog({ catalog, onClose }: ExportDialogProps) {
  const { servers, revision } = catalog;
  const [form, setForm] = useState<ExportForm>('claude_desktop');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(servers.filter(({ enabled }) => enabled).map(({ name }) => name)),
  );
  const [said, setSaid] = useState('');
  const area = useRef<HTMLTextAreaElement>(null);
  const names = servers.map(({ name }) => name).filter((name) => chosen.has(name));
  const { data, error, isPlaceholderData } = useExport(form, names, revision);
  const made = names.length > 0 && !error ? data : undefined;
  const isReady = made !== undefined && !isPlaceholderData;

  const choose = (name: string, isChosen: boolean) => {
    const next = new Set(chosen);
    if (isChosen) next.add(name);
    else next.delete(name);
    setChosen(next);
    setSaid('');
  };
  const copy = async () => {
    if (made && isReady)
      setSaid((await copyText(made.text, area.current)) ? 'Copied.' : 'Select the text and copy it.');
  };
  const save = () => {
    if (!made || !isReady) return;
    saveAsFile(made.text, made.file_name);
    setSaid(`Saved as ${made.file_name} where your browser puts downloads.`);
  };
  return (
    <Dialog
      title="Export servers"
      class="wide-dialog"
      onClose={onClose}
      footer={
        <>
          <button type="button" class="button primary" aria-disabled={!isReady} onClick={() => void copy()}>
            Copy
          </button>
          <button type="button" class="button" aria-disabled={!isReady} onClick={save}>
            Download
          </button>
          <button type="button" class="button" onClick={onClose}>
            Close
          </button>
          <span class="muted at-end" role="status">
            {said}
          </span>
        </>
      }
    >
      <Field label="Program to export for">
        {(control) => (
          <select
            {...control}
            class="select"
            autofocus
            value={form}
            onChange={(event) => {
              setForm(event.currentTarget.value as ExportForm);
              setSaid('');
            }}
          >
            {forms.map(([one, title]) => (
              <option key={one} value={one}>
                {title}
              </option>
            ))}
          </select>
        )}
      </Field>
      <fieldset class="export-choices">
        <legend>{chosenWords(names.length, servers.length)}</legend>
        {servers.map(({ name, enabled }) => (
          <label class="choice" key={name}>
            <input
              type="checkbox"
              checked={chosen.has(name)}
              onChange={(event) => choose(name, event.currentTarget.checked)}
            />
            <span>{enabled ? name : `${name} (off)`}</span>
          </label>
        ))}
      </fieldset>
      {names.length === 0 && <p class="muted">No server is chosen.</p>}
      {error && names.length > 0 && (
        <p class="field-problem" role="alert">
          {error.message}
        </p>
      )}
      {made && (
        <>
          <textarea
            ref={area}
            class="code-field"
            rows={9}
            readOnly
            aria-label="What is exported"
            spellcheck={false}
            value={made.text}
          />
          {made.notes.map((note) => (
            <p key={note} class="export-note">
              {note}
            </p>
          ))}
          <p class="muted">
            {made.title} looks for it in <span class="path">{made.destination}</span>. Nova does not write into the
            files of other programs: copy it there, or save it as a file of its own.
          </p>
        </>
      )}
    </Dialog>
  );
}
