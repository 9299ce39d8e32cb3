import type { NovaState } from '../api/types';
import { Page } from '../components/page';
import type { Route } from '../lib/route';

export function ConfigurationPage(_: { state: NovaState; route: Route }) {
  return <Page title="Configuration">{null}</Page>;
}
