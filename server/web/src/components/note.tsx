import type { ComponentChildren } from 'preact';

interface NoteProps {
  kind: 'failing' | 'quiet';
  text: string;
  /** What can be done about it. */
  children?: ComponentChildren;
}

/** Something to be known inside a dialog, where a banner would be too much. It is read out when it comes. */
export function Note({ kind, text, children }: NoteProps) {
  return (
    <div class={`note note-${kind}`} role={kind === 'failing' ? 'alert' : 'status'}>
      <p>{text}</p>
      {children}
    </div>
  );
}
