import type { DraftWork } from '../model/draft_work';
import { Banner } from './banner';

/** Why a draft was not saved, or why nothing can be changed or saved now. */
export function DraftNotes({ work }: { work: DraftWork }) {
  if (!work.loaded) return null;
  if (work.refusal) return <Banner kind="failing" title={`Not saved. ${work.refusal.words}`} />;
  if (work.unreadable !== '') {
    return <Banner kind="attention" title={work.unreadable} action="Try again" onAction={work.reread} />;
  }
  if (work.locked !== '') return <Banner kind="quiet" title={work.locked} />;
  if (work.dirty && work.offline) return <Banner kind="attention" title={work.unsavable} />;
  if (work.tooLong !== '') return <Banner kind="attention" title={`It cannot be saved. ${work.tooLong}`} />;
  return null;
}
