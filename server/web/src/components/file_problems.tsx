import type { Catalog, FileStatus, Finding, Prompt } from '../api/types';
import { addressOf } from '../lib/route';
import { fileName, plural } from '../lib/words';
import { Banner } from './banner';
import { placeWords } from './editor_findings';

interface FileProblemsProps {
  file: Catalog | Prompt | FileStatus;
  /** Whether an earlier text of this file is in force meanwhile. */
  hasGoodState: boolean;
}

/** How many findings are shown; a broken file can have hundreds that follow from the first. */
const shown = 8;

/** What is the matter with a file, with line and column, and what holds meanwhile. Nothing when all is well. */
export function FileProblems({ file, hasGoodState }: FileProblemsProps) {
  const name = fileName(file.path);
  // The catalog has an editor that goes to a line.
  const linked = 'servers' in file;
  const meanwhile = hasGoodState ? 'Until it is fixed, the last good state stays in force.' : '';
  return (
    <>
      {file.status === 'invalid' && (
        <Banner kind="failing" title={`${name} has ${plural(file.errors.length, 'error')}`}>
          <Findings findings={file.errors} linked={linked} />
          {file.errors.length === 0 && file.problem && <p>{file.problem}</p>}
          {meanwhile && <p class="muted">{meanwhile}</p>}
        </Banner>
      )}
      {file.status === 'unreadable' && (
        <Banner kind="failing" title={`${name} cannot be read`}>
          <p>{file.problem}</p>
          {meanwhile && <p class="muted">{meanwhile}</p>}
        </Banner>
      )}
      {file.status === 'missing' && hasGoodState && (
        <Banner kind="attention" title={`${name} is gone`}>
          <p class="path">{file.path}</p>
          <p class="muted">The last good state stays in force. Put the file back and it is picked up at once.</p>
        </Banner>
      )}
      {file.status === 'loaded' && !file.writable && (
        <Banner kind="quiet" title="This file is managed elsewhere">
          <p>Nova may read {name} but not write it. Change it where it comes from; it shows here at once.</p>
        </Banner>
      )}
      {file.warnings.length > 0 && file.status !== 'invalid' && (
        <Banner kind="attention" title={`${name} has ${plural(file.warnings.length, 'warning')}`}>
          <Findings findings={file.warnings} linked={linked} />
        </Banner>
      )}
    </>
  );
}

function Findings({ findings, linked }: { findings: Finding[]; linked: boolean }) {
  return (
    <>
      <ul class="findings">
        {findings.slice(0, shown).map((finding) => (
          <li key={`${finding.line}:${finding.column}:${finding.code}`}>
            {finding.line > 0 && (
              <span class="place">
                {linked ? <a href={editorAt(finding)}>{placeWords(finding)}</a> : placeWords(finding)}
              </span>
            )}
            <span>
              {finding.message}
              {finding.hint && <span class="muted"> {finding.hint}</span>}
            </span>
          </li>
        ))}
      </ul>
      {findings.length > shown && <p class="muted">And {findings.length - shown} more.</p>}
    </>
  );
}

function editorAt({ line, column }: Finding): string {
  return addressOf('configuration', [], { line: `${line}`, column: column > 0 ? `${column}` : '' });
}
