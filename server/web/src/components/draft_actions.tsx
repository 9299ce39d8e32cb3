import type { DraftWork } from '../model/draft_work';

interface DraftActionsProps {
  work: DraftWork;
  onSave: () => void;
}

/** What can be done with a draft. A button that cannot be used can be reached all the same, and says why. */
export function DraftActions({ work, onSave }: DraftActionsProps) {
  return (
    <div class="draft-actions">
      <button type="button" class="button" disabled={!work.dirty || work.saving} onClick={work.discard}>
        Discard
      </button>
      <button
        type="button"
        class="button primary"
        aria-disabled={work.unsavable !== ''}
        aria-busy={work.saving}
        aria-keyshortcuts="Control+S"
        title={work.unsavable || 'Ctrl S'}
        onClick={onSave}
      >
        {work.saving ? 'Saving' : 'Save'}
      </button>
    </div>
  );
}
