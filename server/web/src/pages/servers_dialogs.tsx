import type { Catalog } from '../api/types';
import { ExportDialog } from '../components/export_dialog';
import { ImportDialog } from '../components/import_dialog';
import { ServerFormDialog } from '../components/server_form_dialog';
import { addressOf, amendAddress, routeOf, type Route } from '../lib/route';
import { useImportUndo, type ForeignText } from '../model/import_state';
import { useNova } from '../model/nova';
import { openDialog, pathOf, placeOf, queryOf } from '../model/servers_address';

interface ServersDialogsProps {
  catalog: Catalog;
  route: Route;
  /** Whose details are open behind. */
  opened: string | undefined;
  refused: string | undefined;
  /** What was dropped or pasted on the page. */
  dropped: ForeignText | undefined;
  /** There is a server to be shown, another one or under another name. */
  onArrived: (server: string) => void;
}

/** What the address of the page has open over the list. */
export function ServersDialogs({ catalog, route, opened, refused, dropped, onArrived }: ServersDialogsProps) {
  const nova = useNova();
  const undo = useImportUndo();
  const place = placeOf(route);
  const { dialog } = place;
  if (!dialog) return null;

  // In place of the dialog's address: the way back does not lead into what is done with.
  const leaveFor = (name: string | undefined) => {
    const now = routeOf(location.hash);
    // An answer may come late: whoever has gone on stays there.
    if (now.page !== 'servers' || now.path.join('/') !== pathOf(dialog).join('/')) return;
    amendAddress(addressOf('servers', name === undefined ? [] : [name], queryOf(place)));
  };
  const close = () => leaveFor(opened);
  if (dialog.kind === 'export') return <ExportDialog catalog={catalog} onClose={close} />;
  if (dialog.kind === 'import') {
    return (
      <ImportDialog
        catalog={catalog}
        refused={refused}
        given={dropped}
        onClose={close}
        onDone={(words, back, first) => {
          close();
          nova.toasts.show(words, back && { words: 'Undo', run: () => undo(back) });
          onArrived(first);
        }}
      />
    );
  }
  const { kind, about } = dialog;
  return (
    <ServerFormDialog
      key={pathOf(dialog).join('/')}
      kind={kind}
      about={about}
      catalog={catalog}
      refused={refused}
      onClose={close}
      onAgain={() => openDialog(route, dialog)}
      onSaved={(name, words) => {
        leaveFor(opened !== undefined && opened === about && kind === 'edit' ? name : opened);
        if (words !== '') nova.toasts.show(words);
        onArrived(name);
      }}
    />
  );
}
