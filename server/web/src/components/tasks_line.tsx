import type { Tasks } from '../api/types';
import { failedTasks, taskCounts } from '../lib/task_words';
import { Mark } from './mark';

/** How many tasks of other programs wait, run and are done; what failed stands out. Nothing where none was ever told. */
export function TasksLine({ tasks }: { tasks: Tasks }) {
  if (!tasks.updated_at) return null;
  const failed = failedTasks(tasks.counts);
  return (
    <p class="tasks-line" data-status="tasks">
      <strong>Tasks</strong>
      {failed && (
        <strong class="tasks-failed">
          <Mark kind="failing" /> {failed}
        </strong>
      )}
      <span class="muted">{taskCounts(tasks.counts)}</span>
    </p>
  );
}
