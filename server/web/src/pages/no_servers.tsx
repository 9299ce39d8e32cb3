import type { Catalog } from '../api/types';

const example = `files:
  url: http://localhost:8005/mcp
  description: Read and write the shared project folder
  enabled: true`;

/** The list without anything in it: what to do so that there is. */
export function NoServers({ catalog }: { catalog: Catalog }) {
  if (catalog.status !== 'loaded' && catalog.status !== 'missing') return null;
  return (
    <section class="teach">
      <h2>{catalog.status === 'missing' ? 'There is no file yet' : 'No servers yet'}</h2>
      <p>
        Servers are entries of one file. {catalog.status === 'missing' ? 'Create it' : 'Open it'} with any editor, add
        one, and it shows here as soon as you save:
      </p>
      <p class="path">{catalog.path}</p>
      <pre>
        <code>{example}</code>
      </pre>
    </section>
  );
}
