import type { RefObject } from 'preact';
import type { ServerCommands } from '../model/server_commands';
import { FilterField } from './filter_field';
import { ExportIcon, ImportIcon, PlusIcon } from './icons';

interface ServerToolsProps {
  field: RefObject<HTMLInputElement>;
  filter: string;
  /** Nothing where there is nothing to be filtered. */
  onFilter: ((filter: string) => void) | undefined;
  /** Why nothing can be changed just now. */
  refused: string | undefined;
  commands: ServerCommands;
}

/** What stands above the list: its filter, and the ways to get servers in and out. */
export function ServerTools({ field, filter, onFilter, refused, commands }: ServerToolsProps) {
  const isRefused = refused !== undefined;
  return (
    <div class="server-tools">
      {onFilter && <FilterField field={field} value={filter} onValue={onFilter} />}
      <button
        type="button"
        class="button icon-button"
        aria-label="Import servers from another program"
        title={refused ?? 'Import servers from another program'}
        aria-disabled={isRefused}
        onClick={commands.importServers}
      >
        <ImportIcon />
      </button>
      {onFilter && (
        <button
          type="button"
          class="button icon-button"
          aria-label="Export servers"
          title="Export servers"
          onClick={commands.exportServers}
        >
          <ExportIcon />
        </button>
      )}
      <button type="button" class="button primary" title={refused} aria-disabled={isRefused} onClick={commands.add}>
        <PlusIcon />
        <span class="add-words">Add server</span>
      </button>
    </div>
  );
}
