import type { RefObject } from 'preact';
import { CloseIcon, DownIcon, UpIcon } from './icons';

export interface FindState {
  wanted: string;
  matchCase: boolean;
  /** How often it is there. */
  count: number;
  /** The number of the place that is shown, from 0; -1 for none. */
  current: number;
}

interface FindBarProps extends FindState {
  field: RefObject<HTMLInputElement>;
  onWanted: (wanted: string) => void;
  onMatchCase: (matchCase: boolean) => void;
  onStep: (back: boolean) => void;
  onClose: () => void;
}

function words({ wanted, count, current }: FindState): string {
  if (wanted === '') return '';
  if (count === 0) return 'not found';
  if (current < 0) return count === 1 ? 'once' : `${count} times`;
  return `${current + 1} of ${count}`;
}

/** What to look for in a text: how often it is there, and the way from one place to the next. */
export function FindBar({ field, onWanted, onMatchCase, onStep, onClose, ...state }: FindBarProps) {
  return (
    <search class="find-bar">
      <input
        ref={field}
        type="text"
        aria-label="Find in the text"
        placeholder="Find"
        autocomplete="off"
        spellcheck={false}
        value={state.wanted}
        onInput={(event) => onWanted(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.isComposing) return;
          if (event.key === 'Enter' || event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault();
            onStep(event.key === 'ArrowUp' || event.shiftKey);
          } else if (event.key === 'Escape') {
            event.preventDefault();
            onClose();
          }
        }}
      />
      <span class={`find-count ${state.wanted !== '' && state.count === 0 ? 'is-error' : ''}`} role="status">
        {words(state)}
      </span>
      <button
        type="button"
        class="button icon-button"
        aria-label="Previous"
        title="Previous (Shift F3)"
        disabled={state.count === 0}
        onClick={() => onStep(true)}
      >
        <UpIcon />
      </button>
      <button
        type="button"
        class="button icon-button"
        aria-label="Next"
        title="Next (F3)"
        disabled={state.count === 0}
        onClick={() => onStep(false)}
      >
        <DownIcon />
      </button>
      <label class="find-case">
        <input
          type="checkbox"
          checked={state.matchCase}
          onChange={(event) => onMatchCase(event.currentTarget.checked)}
        />
        Match case
      </label>
      <button
        type="button"
        class="button icon-button find-close"
        aria-label="Close"
        title="Close (Escape)"
        onClick={onClose}
      >
        <CloseIcon />
      </button>
    </search>
  );
}
