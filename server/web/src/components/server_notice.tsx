import { useSelected } from '../lib/store';
import { useNova } from '../model/nova';
import { CloseIcon } from './icons';
import { Mark } from './mark';

/** What did not work with a server, beside it, until somebody closes it. */
export function ServerNotice({ server }: { server: string }) {
  const nova = useNova();
  const notice = useSelected(nova.notices.all, (all) => all.find((one) => one.server === server));
  if (!notice) return null;
  return (
    <p class="server-notice" role="alert">
      <Mark kind="failing" />
      <span>{notice.text}</span>
      <button type="button" class="button icon-button" aria-label="Close" onClick={() => nova.notices.close(notice.id)}>
        <CloseIcon />
      </button>
    </p>
  );
}
