import type { Problem } from '../api/problem';
import type { SettingsView } from '../api/settings';
import { fileName } from '../lib/words';
import { Banner } from './banner';

/** Why what the file says is not in force, and where. */
export function SettingsProblem({ view: { file, problem } }: { view: SettingsView }) {
  if (problem === '') return null;
  const [first] = file.status === 'invalid' ? file.errors : [];
  const words =
    first && first.line > 0 ? `Line ${first.line}, column ${first.column}: ${first.message}` : problem;
  return (
    <Banner kind="failing" title={`${fileName(file.path)} is not in force`}>
      <p>{words}</p>
      <p class="muted">The settings from before stay in force.</p>
    </Banner>
  );
}

/** The settings could not be had at all. */
export function NoSettings({ problem, onRetry }: { problem: Problem; onRetry: () => void }) {
  if (problem.status === 404) {
    return (
      <section class="teach">
        <h2>This Nova cannot be set up from here</h2>
        <p>Its settings are in configs/nova.yaml. Change them there; they are in force as soon as you save.</p>
      </section>
    );
  }
  return (
    <Banner kind="failing" title="The settings could not be loaded" action="Try again" onAction={onRetry}>
      <p>{problem.message}</p>
    </Banner>
  );
}
