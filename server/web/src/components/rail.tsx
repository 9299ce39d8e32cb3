import type { ComponentChildren } from 'preact';
import type { TextName } from '../api/texts';
import { needWords } from '../lib/health_words';
import type { Page } from '../lib/route';
import { useStore } from '../lib/store';
import { useNova } from '../model/nova';
import {
  ConfigurationIcon,
  Diamond,
  EventsIcon,
  HealthIcon,
  PromptIcon,
  ServersIcon,
  SettingsIcon,
} from './icons';
import { Mark } from './mark';
import { SignOut } from './sign_out';

const entries: { page: Page; label: string; short?: string; icon: ComponentChildren }[] = [
  { page: 'servers', label: 'Servers', icon: <ServersIcon /> },
  { page: 'prompt', label: 'Prompt', icon: <PromptIcon /> },
  { page: 'health', label: 'Health', icon: <HealthIcon /> },
  { page: 'events', label: 'Events', icon: <EventsIcon /> },
  { page: 'configuration', label: 'Configuration', short: 'Config', icon: <ConfigurationIcon /> },
  { page: 'settings', label: 'Settings', icon: <SettingsIcon /> },
];

const pageOf: Record<TextName, Page> = { prompt: 'prompt', config: 'configuration' };

interface RailProps {
  page: Page;
  promptIsNews: boolean;
  /** How many servers need a person. */
  needs: number;
  canLeave: boolean;
}

/** The way to every page: on the left, or at the bottom of a phone. */
export function Rail({ page, promptIsNews, needs, canLeave }: RailProps) {
  const nova = useNova();
  const unsaved = [...useStore(nova.drafts.unsaved)].map((text) => pageOf[text]);
  return (
    <nav class="rail" aria-label="Pages">
      <p class="brand">
        <Diamond /> Nova
      </p>
      <ul>
        {entries.map((entry) => (
          <li key={entry.page}>
            <a href={`#/${entry.page}`} aria-current={entry.page === page ? 'page' : undefined}>
              {entry.icon}
              <span class="rail-label">{entry.label}</span>
              {/* On a phone there is no room for the long word; a screen reader has the long one. */}
              <span class="rail-short" aria-hidden="true">
                {entry.short ?? entry.label}
              </span>
              {entry.page === 'prompt' && promptIsNews && !unsaved.includes('prompt') && (
                <span class="news">changed</span>
              )}
              {unsaved.includes(entry.page) && (
                <span class="news-unsaved" title="unsaved">
                  <span class="unseen">unsaved</span>
                </span>
              )}
              {entry.page === 'health' && needs > 0 && (
                <span class="news news-failing" title={needWords(needs)}>
                  <Mark kind="failing" />
                  <span aria-hidden="true">{needs}</span>
                  <span class="unseen">{needWords(needs)}</span>
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
      {canLeave && <SignOut />}
    </nav>
  );
}
