import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { looksForeign } from '../model/import';
import type { ForeignText } from '../model/import_state';

/** Takes a file or a text that is dropped on the page, or a list of servers that is pasted, and says so before. */
export function ImportDrop({ onText }: { onText: (text: ForeignText) => void }) {
  const [isOver, setOver] = useState(false);
  const hint = useRef<HTMLDivElement>(null);
  const latest = useRef(onText);
  latest.current = onText;

  useEffect(() => {
    // What is dragged within the page is not meant for this.
    let isOwn = false;
    const takes = (event: DragEvent) => {
      const types: readonly string[] = event.dataTransfer?.types ?? [];
      const isBusy = document.querySelector('dialog[open]:not(.wide-dialog)') !== null;
      const isField = event.target instanceof Element && event.target.closest('input, textarea') !== null;
      return !isOwn && !isBusy && (types.includes('Files') || (types.includes('text/plain') && !isField));
    };
    /** Else the browser would leave the page for the file, whatever was typed here. */
    const isFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const over = (event: DragEvent) => {
      if (takes(event) || isFile(event)) event.preventDefault();
      setOver(takes(event));
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      if (takes(event) || isFile(event)) event.preventDefault();
      if (!takes(event)) return;
      const file = event.dataTransfer?.files[0];
      if (file) void file.text().then((content) => latest.current({ content, fileName: file.name }));
      else latest.current({ content: event.dataTransfer?.getData('text/plain') ?? '' });
    };
    const paste = (event: ClipboardEvent) => {
      const isField = event.target instanceof Element && event.target.closest('input, textarea') !== null;
      const content = event.clipboardData?.getData('text/plain') ?? '';
      if (isField || document.querySelector('dialog[open]') || !looksForeign(content)) return;
      event.preventDefault();
      latest.current({ content });
    };
    const handlers = {
      dragstart: () => (isOwn = true),
      dragend: () => (isOwn = false),
      dragover: over,
      dragleave: (event: DragEvent) => event.relatedTarget === null && setOver(false),
      drop,
      paste,
    };
    const all = Object.entries(handlers) as [string, (event: Event) => void][];
    for (const [name, handler] of all) addEventListener(name, handler);
    return () => {
      for (const [name, handler] of all) removeEventListener(name, handler);
    };
  }, []);

  useLayoutEffect(() => {
    if (isOver) hint.current?.showPopover();
  }, [isOver]);
  if (!isOver) return null;
  return (
    <div ref={hint} class="drop-hint" popover="manual">
      Drop it here to see which servers it would add
    </div>
  );
}
