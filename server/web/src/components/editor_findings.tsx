import type { Finding } from '../api/types';
import { plural } from '../lib/words';
import { Mark } from './mark';

/** How many are listed; a broken text can have hundreds that follow from the first. */
const shown = 100;

export function findingsSummary(findings: readonly Finding[]): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.length - errors;
  return [errors > 0 && plural(errors, 'error'), warnings > 0 && plural(warnings, 'warning')]
    .filter(Boolean)
    .join(', ');
}

export function placeWords({ line, column }: Finding): string {
  if (line <= 0) return '';
  return column > 0 ? `Line ${line}, column ${column}` : `Line ${line}`;
}

interface EditorFindingsProps {
  findings: readonly Finding[];
  /** What holds while the file has errors. */
  meanwhile: string;
  onPlace: (line: number, column: number) => void;
}

/** What is wrong with a text, one finding below the other; each leads to its place. */
export function EditorFindings({ findings, meanwhile, onPlace }: EditorFindingsProps) {
  const broken = findings.some(({ severity }) => severity === 'error');
  return (
    <section class="editor-findings" aria-label="What is wrong" hidden={findings.length === 0}>
      <p class={`findings-summary ${broken ? 'is-error' : ''}`}>
        <span role="status">{findingsSummary(findings)}</span>
        {meanwhile && <span class="muted"> {meanwhile}</span>}
      </p>
      <ul>
        {findings.slice(0, shown).map((finding) => (
          <li key={`${finding.line}:${finding.column}:${finding.code}`}>
            <button type="button" disabled={finding.line <= 0} onClick={() => onPlace(finding.line, finding.column)}>
              <Mark kind={finding.severity === 'error' ? 'failing' : 'attention'} />
              <span class="unseen">{finding.severity}:</span>
              {finding.line > 0 && <span class="place">{placeWords(finding)}</span>}
              <span class="finding-words">
                {finding.message}
                {finding.hint && <span class="muted"> {finding.hint}</span>}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {findings.length > shown && <p class="muted">And {findings.length - shown} more.</p>}
    </section>
  );
}
