import { useEffect, useRef } from 'preact/hooks';
import { eventFacts, exactly, shownJson } from '../lib/event_facts';
import { kinds } from '../lib/event_words';
import type { KnownEvent } from '../model/events_merge';
import { Ago } from './ago';
import { CloseIcon } from './icons';
import { Mark } from './mark';

interface EventDetailsProps {
  /** Nothing where it is not known any more. */
  known: KnownEvent | undefined;
  /** Somebody opened it just now with the pointer, or nothing else is on the screen: the focus belongs here. */
  takesFocus: boolean;
  onCopy: () => void;
  onClose: () => void;
}

/** Everything about one event. */
export function EventDetails({ known, takesFocus, onCopy, onClose }: EventDetailsProps) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) title.current?.focus();
  }, [takesFocus]);
  return (
    <section class="details event-details" aria-label="Details of the event">
      <header>
        <h2 ref={title} tabIndex={-1}>
          {known ? kinds[known.kind].words : 'Not known any more'}
        </h2>
        <button type="button" class="button icon-button" aria-label="Close the details" onClick={onClose}>
          <CloseIcon />
        </button>
      </header>
      {known ? <About known={known} onCopy={onCopy} /> : <p>This event is not among those that the page knows.</p>}
    </section>
  );
}

function About({ known, onCopy }: { known: KnownEvent; onCopy: () => void }) {
  const { event } = known;
  const json = shownJson(event);
  const facts = [
    { label: 'Exactly', value: exactly(event.timestamp) },
    { label: 'Told by', value: event.source },
    { label: 'Number', value: event.seq.toLocaleString('en') },
    { label: 'Id', value: event.id },
    ...eventFacts(event),
  ];
  return (
    <>
      <p class="event-sentence">
        <Mark kind={known.mark} />
        <strong>{known.sentence}</strong>
      </p>
      <dl class="facts">
        <div>
          <dt>When</dt>
          <dd>
            <Ago at={event.timestamp} />
          </dd>
        </div>
        {facts.map(({ label, value }, index) => (
          <div key={index}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div class="section-head">
        <h3>As JSON</h3>
        <button type="button" class="button small" onClick={onCopy}>
          Copy
        </button>
      </div>
      <pre class="event-json" tabIndex={0} role="region" aria-label="The event as JSON">
        <code>{json.text}</code>
      </pre>
      {json.shortened && <p class="muted small-print">This is the beginning. Copy takes all of it.</p>}
    </>
  );
}
