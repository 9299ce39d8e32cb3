import type { Group, Tally } from '../model/standing';

const groups: [group: Group, words: string][] = [
  ['needs', 'Need you'],
  ['works', 'Working'],
  ['checking', 'Being checked'],
  ['off', 'Off'],
];

interface GroupFilterProps {
  tally: Tally;
  group: Group | undefined;
  onGroup: (group: Group | undefined) => void;
}

/** Shows the servers of one kind only. A kind that nobody is of is left out. */
export function GroupFilter({ tally, group, onGroup }: GroupFilterProps) {
  return (
    <div class="segments" role="group" aria-label="Show">
      <button type="button" aria-pressed={group === undefined} onClick={() => onGroup(undefined)}>
        All <span class="muted">{tally.all}</span>
      </button>
      {groups
        .filter(([one]) => tally[one] > 0 || one === group)
        .map(([one, words]) => (
          <button key={one} type="button" aria-pressed={group === one} onClick={() => onGroup(one)}>
            {words} <span class="muted">{tally[one]}</span>
          </button>
        ))}
    </div>
  );
}
