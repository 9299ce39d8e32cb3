import type { ComponentChildren } from 'preact';
import { memo } from 'preact/compat';
import { useId } from 'preact/hooks';
import type { Setting } from '../api/settings';
import { problemOf, shownText, textOf, whyFixed } from '../lib/setting_words';
import { SettingControl } from './setting_control';

interface SettingRowProps {
  setting: Setting;
  text: string;
  edited: boolean;
  /** What the server or the file said against it; empty otherwise. */
  problem: string;
  /** Another number for each change from elsewhere. */
  news: number | undefined;
  applying: boolean;
  onText: (setting: Setting, text: string) => void;
  /** More that belongs to it. */
  children?: ComponentChildren;
}

/** One setting: what it is, what it is set to, and what is wrong with that. */
export const SettingRow = memo((props: SettingRowProps) => {
  const { setting, text, edited, news, applying, onText, children } = props;
  const id = useId();
  const fixed = whyFixed(setting);
  const problem = props.problem || (edited ? problemOf(setting, text) : '');
  const byDefault = textOf(setting, setting.default);
  const parts = [problem ? 'problem' : '', fixed ? 'fixed' : '', 'about'].filter(Boolean);
  return (
    <div class="setting" data-setting={setting.name} data-kind={setting.kind}>
      {news !== undefined && <span class="pulse" key={news} />}
      <div class="setting-words">
        <label class="setting-title" for={id}>
          {setting.title}
          {edited && (
            <span class="setting-edited" title="changed, not applied yet">
              <span class="unseen"> (changed, not applied yet)</span>
            </span>
          )}
        </label>
        <p class="muted small-print" id={`${id}-about`}>
          {setting.description}
        </p>
        {fixed && (
          <p class="setting-fixed" id={`${id}-fixed`}>
            {fixed}
          </p>
        )}
        {problem && (
          <p class="field-problem" id={`${id}-problem`}>
            {problem}
          </p>
        )}
        {text !== byDefault && (
          <p class="setting-default">
            <span class="muted">Default: {shownText(setting, setting.default)}</span>
            {!fixed && (
              <button
                type="button"
                class="button small quiet"
                aria-label={`${setting.title}: back to the default`}
                onClick={() => onText(setting, byDefault)}
              >
                Use it
              </button>
            )}
          </p>
        )}
      </div>
      <div class="setting-control">
        <SettingControl
          setting={setting}
          id={id}
          text={text}
          describedBy={parts.map((part) => `${id}-${part}`).join(' ')}
          invalid={problem !== ''}
          refused={fixed}
          applying={applying}
          onText={(next) => onText(setting, next)}
        />
        {children}
      </div>
    </div>
  );
});
