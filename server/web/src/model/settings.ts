import type { Problem } from '../api/problem';
import type { Setting, SettingsView, SettingValue } from '../api/settings';
import { shownText, textOf, valueOf } from '../lib/setting_words';
import { Store } from '../lib/store';

interface Draft {
  text: string;
  /** What the file said when it was written, as far as the person knows. */
  from: SettingValue;
}

export interface SettingsDraftView {
  drafts: ReadonlyMap<string, Draft>;
  /** By setting: why it was not taken, or what happened to it meanwhile. */
  problems: ReadonlyMap<string, string>;
  /** What is wrong with all of it; empty otherwise. */
  failure: string;
  /** Settings that were changed elsewhere just now; the number is another one each time. */
  news: ReadonlyMap<string, number>;
}

export const settingsDraftOf = (): SettingsDraftView => ({
  drafts: new Map(),
  problems: new Map(),
  failure: '',
  news: new Map(),
});

const same = (left: SettingValue, right: SettingValue) => JSON.stringify(left) === JSON.stringify(right);

/** What is set, as text: what rules it where the file does not. */
export function setText(setting: Setting): string {
  return textOf(setting, setting.overridden_by === '' ? setting.in_file : setting.in_force);
}

export function writtenText(setting: Setting, { drafts }: SettingsDraftView): string {
  return drafts.get(setting.name)?.text ?? setText(setting);
}

const without = <Value>(map: ReadonlyMap<string, Value>, name: string) =>
  new Map([...map].filter(([one]) => one !== name));

/** After somebody wrote in a field. A pure function, as the others here. */
export function withText(view: SettingsDraftView, setting: Setting, text: string): SettingsDraftView {
  const { name } = setting;
  if (writtenText(setting, view) === text) return view;
  const drafts = without(view.drafts, name);
  if (text !== setText(setting)) drafts.set(name, { text, from: view.drafts.get(name)?.from ?? setting.in_file });
  return { ...view, drafts, problems: without(view.problems, name), failure: '' };
}

/** After the settings were read again: what was written stays, and says so where the file says something else now. */
export function withNews(view: SettingsDraftView, before: SettingsView, now: SettingsView, stamp: number): SettingsDraftView {
  const drafts = new Map(view.drafts);
  const problems = new Map(view.problems);
  for (const setting of now.settings) {
    const draft = drafts.get(setting.name);
    if (!draft) continue;
    if (draft.text === setText(setting)) {
      drafts.delete(setting.name); // As it was wanted, whoever did it.
      problems.delete(setting.name);
    } else if (!same(draft.from, setting.in_file)) {
      problems.set(setting.name, `Changed in the file meanwhile: ${shownText(setting, setting.in_file)}.`);
      drafts.set(setting.name, { ...draft, from: setting.in_file }); // Known now: to apply is to mean it.
    }
  }
  const news = new Map(view.news);
  for (const { name } of changedSettings(before, now)) news.set(name, stamp);
  return { ...view, drafts, problems, news };
}

/** The settings that the file says otherwise than before. */
export function changedSettings(before: SettingsView, now: SettingsView): Setting[] {
  const known = new Map(before.settings.map(({ name, in_file }) => [name, in_file]));
  return now.settings.filter(({ name, in_file }) => known.has(name) && !same(known.get(name) ?? null, in_file));
}

/** "Port is 9000 now, Level is Errors now" */
export function changesWords(changed: readonly Setting[]): string {
  const most = 3;
  const words = changed.slice(0, most).map((one) => `${one.title} is ${shownText(one, one.in_file)} now`);
  if (changed.length > most) words.push(`${changed.length - most} more`);
  return words.join(', ');
}

/** What is sent: each setting that was written, by name. */
export function changesOf({ settings }: SettingsView, { drafts }: SettingsDraftView): Record<string, SettingValue> {
  return Object.fromEntries(
    settings.flatMap((one) => {
      const draft = drafts.get(one.name);
      return draft ? [[one.name, valueOf(one, draft.text)]] : [];
    }),
  );
}

/** After an answer: what was applied is a draft no more; what was written since it was sent stays one. */
export function withApplied(
  view: SettingsDraftView,
  { settings }: SettingsView,
  changes: Record<string, SettingValue>,
): SettingsDraftView {
  const drafts = new Map(view.drafts);
  const problems = new Map(view.problems);
  for (const setting of settings) {
    const sent = changes[setting.name];
    if (sent === undefined) continue;
    problems.delete(setting.name);
    const draft = drafts.get(setting.name);
    if (!draft) continue;
    if (same(valueOf(setting, draft.text), sent)) drafts.delete(setting.name);
    else drafts.set(setting.name, { ...draft, from: setting.in_file });
  }
  return { ...view, drafts, problems, failure: '' };
}

/** After a refusal: each finding at its setting; what is about none of them, or about the file, below all. */
export function withRefusal(view: SettingsDraftView, { findings, message }: Problem): SettingsDraftView {
  const problems = new Map(view.problems);
  const about = findings.filter(({ path, line }) => path !== '' && line === 0);
  for (const finding of about) problems.set(finding.path, finding.message);
  return { ...view, problems, failure: about.length > 0 ? '' : message };
}

/** What is written on the Settings page and not applied yet. Stays while another page is looked at. Owned by Nova. */
export class SettingsDraft {
  readonly view = new Store<SettingsDraftView>(settingsDraftOf());

  update(change: (view: SettingsDraftView) => SettingsDraftView): void {
    this.view.set(change(this.view.get()));
  }

  cancel(): void {
    this.update(({ news }) => ({ ...settingsDraftOf(), news }));
  }
}
