import { kindNames, kinds, type Kind } from '../lib/event_words';

interface EventKindsProps {
  chosen: readonly Kind[];
  onChosen: (chosen: readonly Kind[]) => void;
}

/** Which kinds of events are shown; all where none is chosen. */
export function EventKinds({ chosen, onChosen }: EventKindsProps) {
  const flip = (kind: Kind) =>
    onChosen(kindNames.filter((one) => (one === kind ? !chosen.includes(one) : chosen.includes(one))));
  return (
    <div class="segments" role="group" aria-label="Show only">
      {kindNames.map((kind) => (
        <button key={kind} type="button" aria-pressed={chosen.includes(kind)} onClick={() => flip(kind)}>
          {kinds[kind].words}
        </button>
      ))}
    </div>
  );
}
