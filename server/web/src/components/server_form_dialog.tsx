import { useEffect, useRef, useState } from 'preact/hooks';
import type { Catalog } from '../api/types';
import { useNova } from '../model/nova';
import type { FormKind } from '../model/server_form';
import { useServerForm } from '../model/server_form_state';
import { Dialog } from './dialog';
import { Note } from './note';
import { ServerFormField } from './server_form_field';
import { ServerFormMore } from './server_form_more';

interface ServerFormDialogProps {
  kind: FormKind;
  /** The server that is edited or duplicated. */
  about: string;
  catalog: Catalog;
  /** Why nothing can be saved just now. */
  refused: string | undefined;
  onSaved: (server: string, words: string) => void;
  onClose: () => void;
  /** Opens this form again after it was left with something in it. */
  onAgain: () => void;
}

const titles = {
  add: () => 'Add server',
  edit: (name: string) => `Edit ${name}`,
  duplicate: (name: string) => `Duplicate ${name}`,
};

/** A server, to be added or changed. Enter saves; what was typed and not saved is there again the next time. */
export function ServerFormDialog({ kind, about, catalog, refused, onSaved, onClose, onAgain }: ServerFormDialogProps) {
  const nova = useNova();
  const form = useServerForm(kind, about, catalog, onSaved);
  const content = useRef<HTMLDivElement>(null);
  const [more, setMore] = useState(form?.usesMore ?? false);
  const title = titles[kind](about);

  // However it is left: what was typed is not lost, and says so.
  useEffect(
    () => () => {
      if (nova.serverDrafts.get(kind, about))
        nova.toasts.show('Not saved. What you typed is kept.', { words: 'Open again', run: onAgain });
    },
    [],
  );
  const failures = form?.failures ?? 0;
  useEffect(() => {
    if (failures === 0) return;
    if (form?.usesMore) setMore(true);
    content.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [failures, form?.problems.url, form?.problems.name]);

  if (!form) {
    return (
      <Dialog title={title} onClose={onClose} footer={<CloseButton onClose={onClose} />}>
        <p>There is no server named {about}.</p>
      </Dialog>
    );
  }
  const { notice, isFailing, isChanged, isSaving, draft } = form;
  const obstacle = notice === '' ? (refused ?? '') : notice;
  return (
    <Dialog
      title={title}
      class="server-form"
      onClose={onClose}
      onSubmit={() => refused === undefined && form.save()}
      footer={
        <>
          <button
            type="submit"
            class="button primary"
            aria-disabled={refused !== undefined}
            aria-busy={isSaving}
            title={refused}
          >
            {isSaving ? 'Saving…' : kind === 'edit' ? 'Save' : 'Add server'}
          </button>
          <button type="button" class="button" onClick={onClose}>
            Cancel
          </button>
        </>
      }
    >
      {obstacle !== '' && (
        <Note kind={isFailing || notice === '' ? 'failing' : 'quiet'} text={obstacle}>
          {isChanged && notice !== '' && !isFailing && (
            <button type="button" class="button small" onClick={form.startOver}>
              Start over
            </button>
          )}
        </Note>
      )}
      <div class="dialog-body" ref={content}>
        <ServerFormField form={form} field="name" label="Name" placeholder="gmail" takesFocus={kind !== 'edit'} />
        <ServerFormField
          form={form}
          field="url"
          label="Address"
          placeholder="http://localhost:8002/mcp"
          inputMode="url"
          takesFocus={kind === 'edit'}
        />
        <ServerFormField form={form} field="description" label="Description" placeholder="What it is for" />
        <label class="choice">
          <input
            type="checkbox"
            checked={draft.fields.enabled}
            onChange={(event) => form.set({ enabled: event.currentTarget.checked })}
          />
          Switched on
        </label>
        <details class="more" open={more} onToggle={(event) => setMore(event.currentTarget.open)}>
          <summary>More</summary>
          <ServerFormMore form={form} />
        </details>
      </div>
    </Dialog>
  );
}

function CloseButton({ onClose }: { onClose: () => void }) {
  return (
    <button type="button" class="button" autofocus onClick={onClose}>
      Close
    </button>
  );
}
