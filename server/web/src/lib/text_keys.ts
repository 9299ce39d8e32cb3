import { useEffect, useRef } from 'preact/hooks';

export interface TextKeys {
  save: () => void;
  /** Between reading and editing; only where a text can be read otherwise than in its editor. */
  edit?: () => void;
}

/** The keys of a page with a text, wherever the focus is: Ctrl S, Ctrl E. */
export function useTextKeys(keys: TextKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      const run = { s: latest.current.save, e: latest.current.edit }[event.key];
      if (!run || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      if (!event.repeat) run();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}

/** Types for a person, so that the browser's own undo knows of it. */
export function typeIn(field: HTMLTextAreaElement, text: string): void {
  field.focus();
  if (document.execCommand('insertText', false, text)) return;
  field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
