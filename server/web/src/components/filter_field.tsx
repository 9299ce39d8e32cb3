import type { RefObject } from 'preact';
import { SearchIcon } from './icons';

interface FilterFieldProps {
  field: RefObject<HTMLInputElement>;
  value: string;
  onValue: (value: string) => void;
}

/** Narrows a list of servers down by what is typed. */
export function FilterField({ field, value, onValue }: FilterFieldProps) {
  return (
    <label class="filter">
      <SearchIcon />
      <span class="unseen">Filter the servers</span>
      <input
        ref={field}
        type="search"
        placeholder="Filter…"
        value={value}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
      <kbd aria-hidden="true">/</kbd>
    </label>
  );
}
