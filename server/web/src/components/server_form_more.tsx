import type { Probe } from '../model/server_form';
import type { ServerForm } from '../model/server_form_state';
import { Field } from './field';
import { HeaderRows } from './header_rows';
import { ServerFormField } from './server_form_field';

const probes: [probe: Probe, words: string][] = [
  ['auto', 'MCP, or the health address where it is no MCP'],
  ['mcp', 'MCP alone'],
  ['http', 'the health address alone'],
];

/** What is seldom needed in the form of a server. */
export function ServerFormMore({ form }: { form: ServerForm }) {
  const { draft, problems } = form;
  return (
    <div class="dialog-body">
      <Field label="Checked by" problem={problems.probe}>
        {(control) => (
          <select
            {...control}
            class="select"
            value={draft.fields.probe}
            onChange={(event) => form.set({ probe: event.currentTarget.value as Probe })}
          >
            {probes.map(([probe, words]) => (
              <option key={probe} value={probe}>
                {words}
              </option>
            ))}
          </select>
        )}
      </Field>
      <ServerFormField
        form={form}
        field="health_url"
        label="Health address"
        placeholder="http://localhost:8002/health"
        inputMode="url"
      />
      <div class="pair">
        <ServerFormField
          form={form}
          field="interval_s"
          label="Asked every … seconds"
          placeholder="as in Settings"
          inputMode="numeric"
        />
        <ServerFormField
          form={form}
          field="timeout_s"
          label="Waits … seconds for an answer"
          placeholder="as in Settings"
          inputMode="numeric"
        />
      </div>
      <ServerFormField
        form={form}
        field="service"
        label="Service of Docker Compose that Restart restarts"
        placeholder="mcp_gmail"
      />
      <HeaderRows
        rows={draft.headers}
        problem={problems.headers}
        onRows={form.setHeaders}
        onLeave={() => form.leave('headers')}
      />
    </div>
  );
}
