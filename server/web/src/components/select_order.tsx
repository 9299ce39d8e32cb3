import { sorts, sortWords, type Sort } from '../model/server_order';

interface SelectOrderProps {
  sort: Sort;
  onSort: (sort: Sort) => void;
}

/** In which order servers are shown. */
export function SelectOrder({ sort, onSort }: SelectOrderProps) {
  return (
    <select
      class="select order"
      aria-label="Order"
      value={sort}
      onChange={(event) => onSort(event.currentTarget.value as Sort)}
    >
      {sorts.map((one) => (
        <option key={one} value={one}>
          {sortWords[one]}
        </option>
      ))}
    </select>
  );
}
