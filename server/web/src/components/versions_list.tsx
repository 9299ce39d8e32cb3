import { useRef } from 'preact/hooks';
import type { Version } from '../api/texts';
import { addressOf, type Page } from '../lib/route';
import { size } from '../lib/words';
import { causeWords } from '../model/versions';
import { Ago } from './ago';

interface VersionsListProps {
  versions: readonly Version[];
  chosen: string | undefined;
  page: Page;
  /** Of the address, before the id. */
  section: string;
}

/** The earlier texts of a file, the newest first. Arrows, `j` and `k` go from one to the next. */
export function VersionsList({ versions, chosen, page, section }: VersionsListProps) {
  const list = useRef<HTMLUListElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const links = [...(list.current?.querySelectorAll<HTMLElement>('a') ?? [])];
    links[links.indexOf(document.activeElement as HTMLElement) + step]?.focus();
  };
  return (
    <ul class="versions" ref={list} aria-label="Earlier texts" onKeyDown={onKeyDown}>
      {versions.map((version) => (
        <li key={version.id}>
          <a
            href={addressOf(page, [section, version.id])}
            aria-current={version.id === chosen ? 'true' : undefined}
            data-version={version.id}
          >
            <span class="version-when">
              <Ago at={version.time} />
            </span>
            <span class="version-counts">
              <span class="diff-plus">
                +{version.added}
                <span class="unseen"> lines added, </span>
              </span>{' '}
              <span class="diff-minus">
                −{version.removed}
                <span class="unseen"> removed</span>
              </span>
            </span>
            <span class="version-about">
              {causeWords(version.cause)} · {size(version.bytes)}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
