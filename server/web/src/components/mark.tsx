export type MarkKind = 'healthy' | 'attention' | 'failing' | 'off' | 'checking';

/**
 * The shape that goes with a status word: ● well, ◐ wants something, ▲ broken, ○ off, ◌ not known yet. Colour and shape
 * say the same thing, and the word beside it says it again.
 */
export function Mark({ kind }: { kind: MarkKind }) {
  return (
    <svg class={`mark mark-${kind}`} viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
      {kind === 'healthy' && <circle cx="6" cy="6" r="4.5" fill="currentColor" />}
      {kind === 'attention' && (
        <>
          <circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" stroke-width="1.5" />
          <path d="M6 1.75a4.25 4.25 0 0 0 0 8.5Z" fill="currentColor" />
        </>
      )}
      {kind === 'failing' && <path d="M6 1.2 11.2 10.6H.8Z" fill="currentColor" />}
      {kind === 'off' && <circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" stroke-width="1.5" />}
      {kind === 'checking' && (
        <circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" stroke-width="1.5" stroke-dasharray="2 2" />
      )}
    </svg>
  );
}
