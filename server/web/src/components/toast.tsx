import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { isTyping } from '../lib/keys';
import { useStore } from '../lib/store';
import { useNova } from '../model/nova';
import { CloseIcon } from './icons';

/** How long it stays while nobody points at it or has the focus in it. */
const shownFor = 10_000;

/** What was done just now, and the way to undo it; `z` does that, too. */
export function ToastLine() {
  const { toasts } = useNova();
  const toast = useStore(toasts.shown);
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!toast) return undefined;
    let timer: ReturnType<typeof setTimeout>;
    const wait = () => {
      timer = setTimeout(() => {
        if (box.current?.matches(':hover, :focus-within')) wait();
        else toasts.close(toast.id);
      }, shownFor);
    };
    wait();
    return () => clearTimeout(timer);
  }, [toast]);

  const act = () => {
    if (!toast) return;
    toasts.close(toast.id);
    toast.action?.run();
  };
  // From the moment on at which it is seen.
  useLayoutEffect(() => {
    if (!toast?.action) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'z' || isTyping(event) || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [toast]);
  return (
    <div class="toast-place" role="status">
      {toast && (
        <div class="toast" ref={box} key={toast.id}>
          <p>{toast.text}</p>
          {toast.action && (
            <button type="button" class="button small" onClick={act}>
              {toast.action.words}
            </button>
          )}
          <button
            type="button"
            class="button small quiet icon-button"
            aria-label="Close"
            onClick={() => toasts.close(toast.id)}
          >
            <CloseIcon />
          </button>
        </div>
      )}
    </div>
  );
}
