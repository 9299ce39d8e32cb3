import { useId, useRef, useState } from 'preact/hooks';
import type { Importing } from '../model/import_state';

interface ImportSourceProps {
  importing: Importing;
  /** What was pasted elsewhere; shown here when it cannot be read. */
  given: string | undefined;
}

/** Where servers could come from: a text, or a file of another program. */
export function ImportSource({ importing, given }: ImportSourceProps) {
  const id = useId();
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const file = useRef<HTMLInputElement>(null);
  const text = typed ?? given ?? '';
  const read = () => text.trim() !== '' && importing.read({ content: text });

  const choose = async (chosen: File | undefined) => {
    if (chosen) importing.read({ content: await chosen.text(), fileName: chosen.name });
  };
  return (
    <>
      <p class="muted">
        Nova reads the lists of Claude Desktop, Claude Code, Cursor and VS Code. You see what would be added first;
        their files stay as they are.
      </p>
      <div class="field">
        <label for={id}>Servers as JSON</label>
        <textarea
          id={id}
          class="code-field"
          rows={8}
          autofocus
          spellcheck={false}
          placeholder={'{ "mcpServers": { … } }'}
          value={text}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
              event.preventDefault();
              read();
            }
          }}
        />
      </div>
      <p class="buttons">
        <button
          type="button"
          class="button primary"
          aria-disabled={text.trim() === ''}
          aria-busy={importing.isReading}
          onClick={read}
        >
          Read the text
        </button>
        <button type="button" class="button" onClick={() => file.current?.click()}>
          Choose a file…
        </button>
        <span class="muted">or drop one on this page</span>
        <input
          ref={file}
          type="file"
          class="unseen"
          tabIndex={-1}
          aria-hidden="true"
          accept=".json,.jsonc,application/json,text/plain"
          onChange={(event) => {
            void choose(event.currentTarget.files?.[0]);
            event.currentTarget.value = ''; // The same file once more is news, too.
          }}
        />
      </p>
    </>
  );
}
