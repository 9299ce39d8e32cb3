import { plural } from '../lib/words';

interface SettingsBarProps {
  count: number;
  /** What comes of it, where that is more than a setting: Nova moves. */
  warning: string;
  failure: string;
  /** Why it cannot be sent now; empty where it can. */
  refused: string;
  applying: boolean;
  onApply: () => void;
  onCancel: () => void;
}

/** What is written and not applied yet, and what to do with it. There while there is something. */
export function SettingsBar({ count, warning, failure, refused, applying, onApply, onCancel }: SettingsBarProps) {
  if (count === 0) return null;
  return (
    <section class="settings-bar" aria-label="Changes">
      <div class="settings-bar-words">
        <p class="settings-count">{plural(count, 'change')}</p>
        {warning && <p>{warning}</p>}
        {refused && <p class="muted">{refused}</p>}
        {failure && (
          <p class="field-problem" role="alert">
            {failure}
          </p>
        )}
      </div>
      <button type="button" class="button" disabled={applying} onClick={onCancel}>
        Cancel
      </button>
      <button type="submit" class="button primary" disabled={applying || refused !== ''} onClick={onApply}>
        {applying ? 'Applying…' : `Apply ${plural(count, 'change')}`}
      </button>
    </section>
  );
}
