import { useId } from 'preact/hooks';
import { kindOf, verdictOf, type ImportRow } from '../model/import';
import { Mark } from './mark';

interface ImportRowItemProps {
  row: ImportRow;
  nameProblem: string;
  isBusy: boolean;
  onChange: (changed: Partial<ImportRow>) => void;
}

/** One server of another program: whether it is to be added and under which name, or why it is not. */
export function ImportRowItem({ row, nameProblem, isBusy, onChange }: ImportRowItemProps) {
  const id = useId();
  const { item } = row;
  const kind = kindOf(row);
  const about = [...(kind === 'added' ? [] : [item.why]), ...item.notes];
  if (item.place) about.push(`From the project ${item.place}.`);
  const said = about.filter((one) => one !== '');
  const problem = nameProblem || row.problem;
  return (
    <li data-kind={kind} data-import={item.written_name}>
      {kind === 'new' ? (
        <label class="choice">
          <input
            type="checkbox"
            aria-label={`Add ${row.name || item.written_name}`}
            checked={row.isChosen}
            disabled={isBusy}
            onChange={(event) => onChange({ isChosen: event.currentTarget.checked })}
          />
        </label>
      ) : (
        <span class="import-mark">
          <Mark kind={kind === 'added' ? 'healthy' : 'off'} />
        </span>
      )}
      <div class="import-text">
        <div class="import-line">
          {kind === 'new' ? (
            <input
              aria-label={`Name of ${item.written_name} in the catalog`}
              aria-invalid={nameProblem !== ''}
              aria-describedby={problem ? `${id}-problem` : undefined}
              autocomplete="off"
              autocapitalize="none"
              spellcheck={false}
              readOnly={isBusy}
              value={row.name}
              onInput={(event) => onChange({ name: event.currentTarget.value, problem: '' })}
            />
          ) : (
            <strong>{kind === 'added' ? row.name : item.written_name}</strong>
          )}
          <span class="verdict">{verdictOf(row)}</span>
        </div>
        {item.url && <p class="path muted">{item.url}</p>}
        {said.map((words) => (
          <p key={words} class="small-print muted">
            {words}
          </p>
        ))}
        {problem && (
          <p class="field-problem" id={`${id}-problem`}>
            {problem}
          </p>
        )}
      </div>
    </li>
  );
}
