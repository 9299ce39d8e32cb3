import type { Finding } from '../api/types';
import { Mark } from './mark';

interface EditorGutterProps {
  /** The lines that are drawn: those in sight, and some around. */
  from: number;
  to: number;
  top: number;
  current: number;
  /** By line. */
  findings: ReadonlyMap<number, readonly Finding[]>;
  onLine: (line: number) => void;
}

/** The numbers of the lines in sight, with a mark where something is wrong. The findings are told below as well. */
export function EditorGutter({ from, to, top, current, findings, onLine }: EditorGutterProps) {
  const lines = Array.from({ length: to - from + 1 }, (_, at) => from + at);
  return (
    <div class="gutter-lines" style={{ top: `${top}px` }} aria-hidden="true">
      {lines.map((line) => {
        const here = findings.get(line);
        const severity = here?.some((one) => one.severity === 'error') ? 'error' : here ? 'warning' : '';
        return (
          <div
            key={line}
            class={`gutter-line ${severity && `is-${severity}`} ${line === current ? 'is-current' : ''}`}
            data-line={line}
            title={here?.map(({ message, hint }) => `${message} ${hint}`.trim()).join('\n')}
            onMouseDown={(event) => {
              // The focus belongs into the text.
              event.preventDefault();
              onLine(line);
            }}
          >
            {severity && <Mark kind={severity === 'error' ? 'failing' : 'attention'} />}
            <span>{line}</span>
          </div>
        );
      })}
    </div>
  );
}
