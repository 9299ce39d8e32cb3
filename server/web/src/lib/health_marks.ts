import type { HealthStatus } from '../api/health';
import type { MarkKind } from '../components/mark';

/** The mark of each status, from what nobody has to look at to the worst; the window has the same ones and the order. */
export const healthMarks: Record<HealthStatus, MarkKind> = {
  disabled: 'off',
  checking: 'checking',
  healthy: 'healthy',
  degraded: 'failing',
  auth_required: 'attention',
  incompatible: 'attention',
  not_mcp: 'attention',
  misconfigured: 'attention',
  unreachable: 'failing',
};
