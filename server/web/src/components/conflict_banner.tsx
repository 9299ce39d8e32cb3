import { useId } from 'preact/hooks';
import { fileName } from '../lib/words';
import type { DraftWork } from '../model/draft_work';
import { Mark } from './mark';

interface ConflictBannerProps {
  work: DraftWork;
  comparing: boolean;
  onCompare: (comparing: boolean) => void;
}

/** The file has changed under a draft: what that means, and the three ways on. */
export function ConflictBanner({ work, comparing, onCompare }: ConflictBannerProps) {
  const id = useId();
  if (!work.theirs) return null;
  const what = work.theirs.revision === '' ? 'removed' : 'changed';
  return (
    <section class="banner banner-attention conflict" role="alert" aria-labelledby={`${id}-what`}>
      <Mark kind="attention" />
      <div class="banner-text">
        <p class="banner-title" id={`${id}-what`}>
          {fileName(work.file.path)} was {what} while you were editing it. Your draft is not saved yet.
        </p>
        <div class="conflict-ways">
          <button type="button" class="button" aria-describedby={`${id}-keep`} onClick={() => work.draft.keepMine()}>
            Keep mine
          </button>
          <button type="button" class="button" aria-describedby={`${id}-take`} onClick={work.takeTheirs}>
            Take theirs
          </button>
          <button type="button" class="button" aria-pressed={comparing} onClick={() => onCompare(!comparing)}>
            {comparing ? 'Back to the draft' : 'Compare'}
          </button>
        </div>
        <p class="muted">
          <span id={`${id}-keep`}>Keep mine: the draft stays; saving it replaces what is in the file now.</span>{' '}
          <span id={`${id}-take`}>
            Take theirs: the text of the file takes the place of the draft; Undo brings the draft back.
          </span>
        </p>
      </div>
    </section>
  );
}
