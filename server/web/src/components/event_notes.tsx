import { waitingWords } from '../model/events_filter';
import { Banner } from './banner';

/** That the list stands still, and how much waits. */
export function EventsPaused({ waiting, onResume }: { waiting: number; onResume: () => void }) {
  return (
    <div class="events-paused">
      <p role="status">Paused · {waitingWords(waiting)}</p>
      <button type="button" class="button small" onClick={onResume}>
        Resume
      </button>
    </div>
  );
}

export function EventsProblem({ problem, onRetry }: { problem: string; onRetry: () => void }) {
  return (
    <Banner kind="attention" title="What happened earlier cannot be shown" action="Try again" onAction={onRetry}>
      <p>{problem}</p>
    </Banner>
  );
}

const example = `POST /ws/broadcast
{"type": "task_updated",
 "data": {"counts": {"pending": 3, "running": 1}}}`;

export function NothingHappened() {
  return (
    <section class="teach">
      <h2>Nothing has happened yet</h2>
      <p>
        Switch a server or save a file: it shows here at once. Other programs can tell of their tasks over the API:
      </p>
      <pre>
        <code>{example}</code>
      </pre>
    </section>
  );
}

export function NoneMatches({ onAll }: { onAll: () => void }) {
  return (
    <section class="teach">
      <h2>No event matches</h2>
      <p>The filter looks at names, words and sources, and at the kinds that are chosen above.</p>
      <p>
        <button type="button" class="button" onClick={onAll}>
          Show all events
        </button>
      </p>
    </section>
  );
}
