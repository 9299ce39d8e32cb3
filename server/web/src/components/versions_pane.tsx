import type { TextName } from '../api/texts';
import type { FileStatus } from '../api/types';
import { addressOf, type Page } from '../lib/route';
import { useVersions } from '../model/versions';
import { useIsWide } from './beside';
import { VersionsDetail } from './versions_detail';
import { VersionsList } from './versions_list';

interface VersionsPaneProps {
  which: TextName;
  page: Page;
  /** Of the address, before the id. */
  section: string;
  /** The version that the address names. */
  id: string | undefined;
  /** What the dialog calls the text: "The prompt". */
  subject: string;
  file: FileStatus;
  offline: boolean;
  hasDraft: boolean;
}

/** The earlier texts of a file, and how the chosen one differs from the text of now; on a phone one after the other. */
export function VersionsPane({ which, page, section, id, ...rest }: VersionsPaneProps) {
  const { data: versions, error, isPending, refetch } = useVersions(which, rest.file);
  const isWide = useIsWide();
  if (!versions) {
    return isPending ? (
      <p class="nothing">Reading the earlier texts</p>
    ) : (
      <section class="teach" role="alert">
        <h2>The earlier texts cannot be listed</h2>
        <p>{error?.message}</p>
        <p>
          <button type="button" class="button" onClick={() => void refetch()}>
            Try again
          </button>
        </p>
      </section>
    );
  }
  if (versions.length === 0) {
    return (
      <section class="teach">
        <h2>No earlier texts yet</h2>
        <p>Every text that is replaced is kept here, whoever replaced it: a window, an editor, git or the API.</p>
      </section>
    );
  }
  const chosen =
    versions.find((version) => version.id === id) ?? (isWide && id === undefined ? versions[0] : undefined);
  const list = <VersionsList versions={versions} chosen={chosen?.id} page={page} section={section} />;
  const detail = chosen ? (
    <VersionsDetail key={chosen.id} which={which} version={chosen} {...rest} />
  ) : (
    id !== undefined && <p class="nothing">This text is not kept any more.</p>
  );
  if (isWide) {
    return (
      <div class="fill versions-split">
        {list}
        <div class="version-detail">{detail}</div>
      </div>
    );
  }
  if (id === undefined) return list;
  return (
    <>
      <p class="version-back">
        <a href={addressOf(page, [section])}>‹ All earlier texts</a>
      </p>
      {detail}
    </>
  );
}
