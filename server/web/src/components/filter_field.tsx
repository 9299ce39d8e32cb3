import type { RefObject } from 'preact';
import { SearchIcon } from './icons';

interface FilterFieldProps {
  /** What it is called for whoever does not see it. */
  label?: string;
  field: RefObject<HTMLInputElement>;
  value: string;
  onValue: (value: string) => void;
}

/** Narrows a list down by what is typed. */
export function FilterField({ label = 'Filter the servers', field, value, onValue }: FilterFieldProps) {
  return (
    <label class="filter">
      <SearchIcon />
      <span class="unseen">{label}</span>
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
