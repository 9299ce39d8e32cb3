import { Page } from '../components/page';
import type { Route } from '../lib/route';

export function EventsPage(_: { route: Route }) {
  return <Page title="Events">{null}</Page>;
}
