import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { NovaState } from '../api/types';
import { Banner } from '../components/banner';
import { FilterField } from '../components/filter_field';
import { Page } from '../components/page';
import { SettingsBar } from '../components/setting_bar';
import { NoSettings, SettingsProblem } from '../components/setting_notes';
import { RedisTest } from '../components/setting_redis';
import { SettingRow } from '../components/setting_row';
import { isTyping } from '../lib/keys';
import { addressOf, amendAddress, type Route } from '../lib/route';
import { addressWith, movesWeb } from '../lib/setting_address';
import { groupTitle, isForHere, matchesSetting, problemOf } from '../lib/setting_words';
import { useStore } from '../lib/store';
import { useNova } from '../model/nova';
import { changesOf, setText, withText, writtenText } from '../model/settings';
import { useSettings, useSettingsChange } from '../model/settings_queries';
import type { Setting } from '../api/settings';

/** Nova's own settings: what is written here is a draft until it is applied, all of it at once. */
export function SettingsPage({ route }: { state: NovaState; route: Route }) {
  const nova = useNova();
  const { data: view, error, refetch, take } = useSettings();
  const draft = useStore(nova.settings.view);
  const live = useStore(nova.live.status);
  const [moved, setMoved] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const filter = route.query.q ?? '';
  const setFilter = (text: string) => amendAddress(addressOf('settings', [], { q: text }));
  const { mutate, isPending: applying } = useSettingsChange(take, (address, next) => {
    setMoved(address);
    if (!next) return;
    next.hash = addressOf('settings', [], { moved: '1' });
    location.assign(next);
  });

  const settings = view?.settings.filter(isForHere) ?? [];
  const edited = settings.filter(({ name }) => draft.drafts.has(name));
  const written = (setting: Setting) => writtenText(setting, draft);
  const onText = useCallback(
    (setting: Setting, text: string) => nova.settings.update((known) => withText(known, setting, text)),
    [nova],
  );
  /** To the field that is wrong, whatever the filter hides. */
  const attend = (name: string) => {
    setFilter('');
    setTimeout(() => {
      const control = list.current?.querySelector(`[data-setting="${name}"] .setting-control`);
      control?.querySelector<HTMLElement>('input, textarea, select, button')?.focus();
    });
  };
  const apply = () => {
    if (!view || applying || edited.length === 0 || live.phase !== 'live') return;
    const wrong = edited.find((one) => problemOf(one, written(one)) !== '');
    if (wrong) return attend(wrong.name);
    nova.settings.update((known) => ({ ...known, problems: new Map(), failure: '' }));
    const onError = () => {
      const [first] = nova.settings.view.get().problems.keys();
      if (first !== undefined) attend(first);
    };
    mutate({ changes: changesOf(view, draft), seen: view, isUndo: false }, { onError });
  };
  useKeys(field, apply, () => setFilter(''));

  const isMoving = edited.some((one) => movesWeb(one) && written(one) !== setText(one));
  const next = view && isMoving ? addressWith(view, written) : '';
  const warning = isMoving
    ? `Nova moves to ${next || 'another address'}. This page follows; you may have to sign in again there.`
    : '';
  const shown = settings.filter((one) => matchesSetting(one, filter));
  return (
    <Page
      title="Settings"
      summary={view && <p class="counts path">{view.file.path}</p>}
      tools={view && <FilterField field={field} label="Find a setting" value={filter} onValue={setFilter} />}
    >
      {!view && error && <NoSettings problem={error} onRetry={() => void refetch()} />}
      {!view && !error && <p class="muted">Reading the settings…</p>}
      {(moved || route.query.moved) && view && (
        <Banner
          kind="quiet"
          title={`Nova listens at ${moved || view.address} now`}
          onClose={() => {
            setMoved('');
            setFilter(filter);
          }}
        >
          <p>{moved ? <a href={moved}>Go there</a> : 'Links to the address from before no longer work.'}</p>
        </Banner>
      )}
      {view && <SettingsProblem view={view} />}
      {view && (
        <div class="settings" ref={list}>
          {sections(shown).map(({ title, members }) => (
            <section key={title} aria-label={title}>
              <h2>{title}</h2>
              {members[0]?.group === 'server' && <p class="muted">Served at {view.address}</p>}
              {members.map((one) => (
                <SettingRow
                  key={one.name}
                  setting={one}
                  text={written(one)}
                  edited={draft.drafts.has(one.name)}
                  problem={draft.problems.get(one.name) ?? ''}
                  news={draft.news.get(one.name)}
                  applying={applying}
                  onText={onText}
                >
                  {one.name === 'redis.url' && <RedisTest url={written(one)} />}
                </SettingRow>
              ))}
            </section>
          ))}
          {shown.length === 0 && <p class="nothing">No setting is called that.</p>}
          <p class="muted small-print">How the window looks and behaves is set in the window itself.</p>
        </div>
      )}
      <SettingsBar
        count={edited.length}
        warning={warning}
        failure={draft.failure}
        refused={live.phase === 'live' ? '' : 'Nova cannot be reached. What you wrote stays here.'}
        applying={applying}
        onApply={apply}
        onCancel={() => nova.settings.cancel()}
      />
    </Page>
  );
}

/** Neighbours with one title stand together. */
function sections(settings: readonly Setting[]): { title: string; members: Setting[] }[] {
  const all: { title: string; members: Setting[] }[] = [];
  for (const setting of settings) {
    const title = groupTitle(setting.group);
    const last = all.at(-1);
    if (last?.title === title) last.members.push(setting);
    else all.push({ title, members: [setting] });
  }
  return all;
}

/** `/` for the filter, Escape out of it, Ctrl+S to apply. */
function useKeys(field: { current: HTMLInputElement | null }, apply: () => void, clear: () => void): void {
  const latest = useRef({ apply, clear });
  latest.current = { apply, clear };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key === 's') latest.current.apply();
      else if (event.target === field.current && event.key === 'Escape') latest.current.clear();
      else if (event.key === '/' && !isTyping(event)) field.current?.focus();
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}
