import type { Setting } from '../api/settings';
import { choiceWords, groupTitle } from '../lib/setting_words';
import { Switch } from './switch';

export interface SettingControlProps {
  setting: Setting;
  id: string;
  text: string;
  describedBy: string | undefined;
  invalid: boolean;
  /** Why it cannot be changed; empty where it can. */
  refused: string;
  applying: boolean;
  onText: (text: string) => void;
}

/** What a setting is changed with, by its kind. */
export function SettingControl(props: SettingControlProps) {
  const { setting, id, text, describedBy, invalid, refused, applying, onText } = props;
  // Two groups may have an address.
  const label = `${setting.title}, ${groupTitle(setting.group)}`;
  const common = { id, 'aria-label': label, 'aria-describedby': describedBy };
  const field = { ...common, 'aria-invalid': invalid, readOnly: refused !== '', spellcheck: false, value: text };
  switch (setting.kind) {
    case 'switch':
      return (
        <Switch
          label={label}
          on={text === 'true'}
          pending={applying}
          refused={refused || undefined}
          describedBy={describedBy}
          onToggle={() => refused === '' && onText(text === 'true' ? 'false' : 'true')}
        />
      );
    case 'choice':
      return (
        <select {...common} value={text} disabled={refused !== ''} onChange={(event) => onText(event.currentTarget.value)}>
          {setting.choices.map((choice) => (
            <option key={choice} value={choice}>
              {choiceWords(setting, choice)}
            </option>
          ))}
        </select>
      );
    case 'list':
      return (
        <textarea
          {...field}
          rows={Math.min(8, Math.max(2, text.split('\n').length))}
          placeholder="One a line"
          onInput={(event) => onText(event.currentTarget.value)}
        />
      );
    default:
      return (
        <input
          {...field}
          type="text"
          autocomplete="off"
          inputMode={setting.kind === 'number' ? 'numeric' : undefined}
          onInput={(event) => onText(event.currentTarget.value)}
        />
      );
  }
}
