import type { ComponentChildren } from 'preact';
import { Diamond } from './icons';

interface BlankProps {
  title: string;
  busy?: boolean;
  action?: string;
  onAction?: () => void;
  children?: ComponentChildren;
}

/** A whole screen with one thing to say: before the first data, or when there is none to be had. */
export function Blank({ title, busy = false, action, onAction, children }: BlankProps) {
  return (
    <main class="blank" aria-busy={busy}>
      <Diamond />
      <h1 role={busy ? 'status' : undefined}>{title}</h1>
      {typeof children === 'string' ? <p>{children}</p> : children}
      {action && (
        <button type="button" class="button primary" onClick={onAction}>
          {action}
        </button>
      )}
    </main>
  );
}
