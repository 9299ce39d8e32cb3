import { useState } from 'preact/hooks';
import type { TextName, Version } from '../api/texts';
import type { FileStatus } from '../api/types';
import { ago } from '../lib/words';
import { useRestore, whyNotRestored } from '../model/versions';
import { Dialog } from './dialog';

interface RestoreDialogProps {
  which: TextName;
  version: Version;
  /** "The prompt" */
  subject: string;
  file: FileStatus;
  /** There is a draft that is not saved. */
  hasDraft: boolean;
  onClose: () => void;
}

/** Before an earlier text becomes the one of now: what exactly will happen. */
export function RestoreDialog({ which, version, subject, file, hasDraft, onClose }: RestoreDialogProps) {
  const restore = useRestore(which);
  // A text that comes while somebody reads this is not what they agreed to replace.
  const [seen] = useState(file.file_revision);
  const when = ago(new Date(version.time), new Date());
  const begin = () => {
    if (restore.isPending) return;
    restore.mutate(
      {
        id: version.id,
        revision: seen,
        words: `The text replaced ${when} is the current one again.`,
        undoable: true,
      },
      { onSuccess: onClose },
    );
  };
  return (
    <Dialog
      title={`Restore the text replaced ${when}?`}
      onClose={onClose}
      onSubmit={begin}
      footer={
        <>
          <button type="submit" class="button primary" autofocus aria-busy={restore.isPending}>
            {restore.isPending ? 'Restoring' : 'Restore'}
          </button>
          <button type="button" class="button" onClick={onClose}>
            Cancel
          </button>
        </>
      }
    >
      <p>
        {subject} becomes the text that was replaced {when}. The text of now is kept as an earlier text, so you can come
        back to it.
      </p>
      {hasDraft && <p>Your unsaved draft stays as it is. It will be shown as a conflict with the restored text.</p>}
      {restore.error && (
        <div role="alert" class="field-problem">
          <p>{whyNotRestored(restore.error)}</p>
          {restore.error.findings.slice(0, 5).map(({ line, message }) => (
            <p key={`${line} ${message}`}>
              {line > 0 && `Line ${line}: `}
              {message}
            </p>
          ))}
        </div>
      )}
    </Dialog>
  );
}
