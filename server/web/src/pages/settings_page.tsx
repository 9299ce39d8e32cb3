import type { NovaState } from '../api/types';
import { Page } from '../components/page';
import type { Route } from '../lib/route';

export function SettingsPage(_: { state: NovaState; route: Route }) {
  return <Page title="Settings">{null}</Page>;
}
