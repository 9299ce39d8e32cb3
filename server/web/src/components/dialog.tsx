import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

interface DialogProps {
  title: string;
  class?: string;
  /** Whoever opened it takes it away; Escape and a click beside it come here, too. */
  onClose: () => void;
  /** Buttons, the one for Enter first. */
  footer?: ComponentChildren;
  /** Where Enter in a field leads; without it the content is no form. */
  onSubmit?: () => void;
  children: ComponentChildren;
}

/**
 * A modal dialog, open as long as it is drawn. The focus goes to what has `autofocus`, and back where it was when it
 * ends (HTML does both).
 */
export function Dialog({ title, class: kind = '', onClose, footer, onSubmit, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);

  const inside = (
    <>
      <h2 id={id}>{title}</h2>
      <div class="dialog-body">{children}</div>
      {footer && <footer>{footer}</footer>}
    </>
  );
  return (
    <dialog
      ref={dialog}
      class={`dialog ${kind}`}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      {onSubmit ? (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            onSubmit();
          }}
        >
          {inside}
        </form>
      ) : (
        inside
      )}
    </dialog>
  );
}
