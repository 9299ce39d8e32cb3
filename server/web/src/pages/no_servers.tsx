import type { Catalog } from '../api/types';
import type { ServerCommands } from '../model/server_commands';

const example = `files:
  url: http://localhost:8005/mcp
  description: Read and write the shared project folder
  enabled: true`;

interface NoServersProps {
  catalog: Catalog;
  /** Where servers can be added from here. */
  commands?: ServerCommands | undefined;
  /** Why that is not possible just now. */
  refused?: string | undefined;
}

/** The list without anything in it: what to do so that there is. */
export function NoServers({ catalog, commands, refused }: NoServersProps) {
  if (catalog.status !== 'loaded' && catalog.status !== 'missing') return null;
  return (
    <section class="teach">
      <h2>{catalog.status === 'missing' ? 'There is no file yet' : 'No servers yet'}</h2>
      {commands && (
        <>
          <p>Add one here, or take over those of another program.</p>
          <p class="buttons">
            <button
              type="button"
              class="button primary"
              title={refused}
              aria-disabled={refused !== undefined}
              onClick={commands.add}
            >
              Add server
            </button>
            <button
              type="button"
              class="button"
              title={refused}
              aria-disabled={refused !== undefined}
              onClick={commands.importServers}
            >
              Import…
            </button>
          </p>
        </>
      )}
      <p>
        {commands ? 'Or add one' : 'Servers are entries of one file. Add one'} in the file with any editor, and it shows
        here as soon as you save:
      </p>
      <p class="path">{catalog.path}</p>
      <pre>
        <code>{example}</code>
      </pre>
    </section>
  );
}
