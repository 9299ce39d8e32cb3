import { useMemo, useState } from 'preact/hooks';
import type { TextName, Version } from '../api/texts';
import type { FileStatus } from '../api/types';
import { rowsOfUnified } from '../lib/diff_rows';
import { plural } from '../lib/words';
import { useDifference } from '../model/versions';
import { Ago } from './ago';
import { DiffView } from './diff_view';
import { RestoreDialog } from './restore_dialog';

interface VersionsDetailProps {
  which: TextName;
  version: Version;
  subject: string;
  file: FileStatus;
  offline: boolean;
  hasDraft: boolean;
}

function whyNotNow(file: FileStatus, offline: boolean, same: boolean): string {
  if (offline) return 'Nova cannot be reached.';
  if (!file.writable && file.status !== 'missing') return 'This file is managed elsewhere: Nova may not write it.';
  return same ? 'This is the text of now.' : '';
}

/** How an earlier text differs from the text of now, and the way back to it. */
export function VersionsDetail({ which, version, subject, file, offline, hasDraft }: VersionsDetailProps) {
  const { data: difference, error, refetch } = useDifference(which, version.id, file);
  const [isAsked, setAsked] = useState(false);
  const rows = useMemo(() => (difference ? rowsOfUnified(difference.diff) : []), [difference]);
  const refused = whyNotNow(file, offline, difference !== undefined && rows.length === 0);
  return (
    <>
      <div class="version-head">
        <p>
          Replaced <Ago at={version.time} />.
          {difference &&
            ` Since then ${plural(difference.added, 'line')} added, ${difference.removed.toLocaleString('en')} removed.`}
        </p>
        <button
          type="button"
          class="button"
          aria-disabled={refused !== ''}
          title={refused || undefined}
          onClick={() => refused === '' && setAsked(true)}
        >
          Restore
        </button>
      </div>
      {error && !difference && (
        <p class="nothing" role="alert">
          {error.message}{' '}
          <button type="button" class="button small" onClick={() => void refetch()}>
            Try again
          </button>
        </p>
      )}
      {!error && !difference && <p class="nothing">Comparing</p>}
      {difference && <DiffView rows={rows} left="Earlier text" right="Text of now" nothing="This is the text of now" />}
      {isAsked && (
        <RestoreDialog
          which={which}
          version={version}
          subject={subject}
          file={file}
          hasDraft={hasDraft}
          onClose={() => setAsked(false)}
        />
      )}
    </>
  );
}
