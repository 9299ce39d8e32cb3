import { useEffect, useRef } from 'preact/hooks';
import { isTyping } from '../lib/keys';

const keys: [key: string, what: string][] = [
  ['/', 'Filter the servers'],
  ['j  k  ↓  ↑', 'Next and previous server'],
  ['Space', 'Switch the server on or off'],
  ['Enter', 'Open the details of the server'],
  ['r', 'Check the server now'],
  ['Shift+R', 'Restart its service'],
  ['a  e  d', 'Add, edit, duplicate a server'],
  ['Delete', 'Remove the server'],
  ['Alt+↑  Alt+↓', 'Move it in the file'],
  ['i  x', 'Import and export servers'],
  ['z', 'Take back what was done just now'],
  ['Ctrl+E', 'Edit or read the prompt'],
  ['Ctrl+S', 'Save the text'],
  ['Ctrl+F  F3', 'Find in the text, and go on'],
  ['F8', 'Next place in the text where something is wrong'],
  ['p', 'Pause the events'],
  ['c  C', 'Copy the event, or all that are shown'],
  ['Esc', 'Leave the filter, close the details'],
  ['?', 'This list'],
];

/** The list of keys, opened by `?`. */
export function KeysDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const open = (event: KeyboardEvent) => {
      if (event.key !== '?' || isTyping(event) || dialog.current?.open) return;
      event.preventDefault();
      dialog.current?.showModal();
    };
    addEventListener('keydown', open);
    return () => removeEventListener('keydown', open);
  }, []);
  return (
    <dialog ref={dialog} class="keys" aria-labelledby="keys-title">
      <h2 id="keys-title">Keys</h2>
      <dl>
        {keys.map(([key, what]) => (
          <div key={key}>
            <dt>
              {key.split('  ').map((one) => (
                <kbd key={one}>{one}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <footer>
        <a href="./licenses.txt" target="_blank" rel="noopener noreferrer">
          Licences
        </a>
        <button type="button" class="button" autofocus onClick={() => dialog.current?.close()}>
          Close
        </button>
      </footer>
    </dialog>
  );
}
