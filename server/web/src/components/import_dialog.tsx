import { useEffect } from 'preact/hooks';
import type { Catalog } from '../api/types';
import { addWords, isToAdd, summaryOf } from '../model/import';
import { useImport, useImportUndo, type ForeignText, type WayBack } from '../model/import_state';
import { Dialog } from './dialog';
import { ImportRowItem } from './import_row';
import { ImportSource } from './import_source';

interface ImportDialogProps {
  catalog: Catalog;
  /** Why nothing can be added just now. */
  refused: string | undefined;
  /** What was dropped or pasted on the page; another object for every time. */
  given: ForeignText | undefined;
  onDone: (words: string, back: WayBack | undefined, first: string) => void;
  onClose: () => void;
}

/** Servers from another program: where from, then what each would become, then how the adding went. */
export function ImportDialog({ catalog, refused, given, onDone, onClose }: ImportDialogProps) {
  const importing = useImport(catalog, onDone);
  const undo = useImportUndo();
  const { rows, names, source, problem, progress, back } = importing;
  useEffect(() => {
    if (given && !progress) importing.read(given);
  }, [given]);

  const isAdding = progress !== undefined;
  const wanted = rows?.filter(isToAdd).length ?? 0;
  const canAdd = !isAdding && refused === undefined && wanted > 0 && names.every((name) => name === '');
  const close = () => !isAdding && onClose();
  return (
    <Dialog
      title={rows ? `Import from ${source}` : 'Import servers'}
      class="wide-dialog"
      onClose={close}
      onSubmit={() => canAdd && importing.add()}
      footer={
        <>
          {rows && (
            <button type="submit" class="button primary" aria-disabled={!canAdd && !isAdding} aria-busy={isAdding}>
              {progress ? `Adding ${progress.at} of ${progress.of}` : addWords(rows)}
            </button>
          )}
          <button type="button" class="button" onClick={close}>
            {!rows || wanted > 0 ? 'Cancel' : 'Close'}
          </button>
          {back && (
            <button type="button" class="button" onClick={() => undo(back, { onSuccess: importing.startOver })}>
              Undo
            </button>
          )}
          {rows && !isAdding && (
            <button type="button" class="button quiet at-end" onClick={importing.startOver}>
              Another source
            </button>
          )}
        </>
      }
    >
      {!rows && (
        <ImportSource importing={importing} given={given?.fileName === undefined ? given?.content : undefined} />
      )}
      {rows && <p class="muted">{summaryOf(rows)}</p>}
      {rows && rows.length > 0 && (
        <ul class="imports" aria-label="Servers that were read">
          {rows.map((row, index) => (
            <ImportRowItem
              key={index}
              row={row}
              nameProblem={names[index] ?? ''}
              isBusy={isAdding}
              onChange={(changed) => importing.change(row, changed)}
            />
          ))}
        </ul>
      )}
      {(problem || refused) && (
        <p class="field-problem" role="alert">
          {problem || refused}
        </p>
      )}
    </Dialog>
  );
}
