// The pages that are not the first thing most people look at, each with what only it needs.

import { later } from '../components/later';

export const PromptPage = later(async () => (await import('./prompt_page')).PromptPage);
export const EventsPage = later(async () => (await import('./events_page')).EventsPage);
export const ConfigurationPage = later(async () => (await import('./configuration_page')).ConfigurationPage);
export const SettingsPage = later(async () => (await import('./settings_page')).SettingsPage);

/** Has them all there, so that a click on one of them waits for nothing. */
export async function loadPages(): Promise<void> {
  await Promise.allSettled([PromptPage, EventsPage, ConfigurationPage, SettingsPage].map((page) => page.load()));
}
