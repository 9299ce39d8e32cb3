import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

/** What a control inside a Field has to say of itself, so that a screen reader finds its label and what is wrong. */
export interface FieldProps {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean;
}

interface FieldFrameProps {
  label: string;
  /** What may be written there, or what it is for. */
  hint?: ComponentChildren;
  /** What is wrong with what is written there; a sentence. */
  problem?: string | undefined;
  children: (control: FieldProps) => ComponentChildren;
}

/** A labelled control, with what it expects and what is wrong. */
export function Field({ label, hint, problem, children }: FieldFrameProps) {
  const id = useId();
  const about = [problem ? `${id}-problem` : '', hint ? `${id}-hint` : ''].filter(Boolean).join(' ') || undefined;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({ id, 'aria-describedby': about, 'aria-invalid': Boolean(problem) })}
      {problem && (
        <p class="field-problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      {hint && (
        <p class="field-hint muted" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
