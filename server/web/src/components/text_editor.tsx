import type { RefObject } from 'preact';
import { useEffect, useId, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Finding } from '../api/types';
import { indentationAt, lineAt, lineStarts, positionOf } from '../lib/text_places';
import { typeIn } from '../lib/text_keys';
import { useFind } from './editor_find';
import { EditorGutter } from './editor_gutter';
import { EditorOverlay } from './editor_overlay';
import { useEditorView } from './editor_view';
import { FindBar } from './find_bar';

export interface EditorHandle {
  goTo: (line: number, column: number) => void;
  focus: () => void;
}

interface TextEditorProps {
  /** For a screen reader. */
  name: string;
  text: string;
  readOnly: boolean;
  /** Lines that are too long go on below; then there are no numbers. */
  wraps: boolean;
  findings: readonly Finding[];
  handle: RefObject<EditorHandle>;
  onEdit: (text: string) => void;
}

/**
 * A whole text for editing: a plain text field, so that undo, selecting, spell checking and the keyboards of phones are
 * the browser's own. Numbers, marks and what was found are drawn beside and behind it.
 */
export function TextEditor({ name, text, readOnly, wraps, findings, handle, onEdit }: TextEditorProps) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const gutter = useRef<HTMLDivElement>(null);
  const overlay = useRef<HTMLDivElement>(null);
  const starts = useMemo(() => lineStarts(text), [text]);
  const [caret, setCaret] = useState(0);
  const find = useFind(field, text);
  const view = useEditorView(field, [gutter, overlay], starts.length);
  const byLine = useMemo(() => groupedByLine(findings), [findings]);
  const current = wraps ? 0 : lineAt(starts, caret);

  // The field keeps what is typed by itself; it is written to only where the text changes from elsewhere.
  const typed = useRef('');
  useLayoutEffect(() => {
    const element = field.current;
    if (!element || typed.current === text) return;
    const { selectionStart, scrollTop } = element;
    element.value = text;
    typed.current = text;
    const place = Math.min(selectionStart, text.length);
    element.setSelectionRange(place, place);
    element.scrollTop = scrollTop;
  }, [text]);

  useEffect(() => {
    const follow = () => {
      if (document.activeElement === field.current) setCaret(field.current?.selectionStart ?? 0);
    };
    document.addEventListener('selectionchange', follow);
    return () => document.removeEventListener('selectionchange', follow);
  }, []);

  const goTo = (line: number, column: number) => {
    const element = field.current;
    if (!element) return;
    const place = positionOf(text, starts, line, column);
    element.focus({ preventScroll: true });
    element.setSelectionRange(place, place);
    setCaret(place);
    const top = (Math.min(line, starts.length) - 1) * view.lineHeight;
    const { scrollTop, clientHeight } = element;
    if (top < scrollTop || top + 3 * view.lineHeight > scrollTop + clientHeight)
      element.scrollTop = top - clientHeight / 3;
    element.scrollIntoView({ block: 'nearest' });
  };
  useImperativeHandle(handle, () => ({ goTo, focus: () => field.current?.focus() }));

  // What was found comes into sight; it is drawn where it stands.
  const [hitFrom] = find.hit ?? [];
  useLayoutEffect(() => {
    const found = overlay.current?.querySelector('mark');
    const element = field.current;
    if (hitFrom === undefined || !element) return;
    const top = wraps ? (found?.offsetTop ?? 0) : (lineAt(starts, hitFrom) - 1) * view.lineHeight;
    const { scrollTop, clientHeight } = element;
    if (top < scrollTop || top + 2 * view.lineHeight > scrollTop + clientHeight)
      element.scrollTop = top - clientHeight / 3;
    const left = found?.offsetLeft ?? 0;
    const right = left + (found?.offsetWidth ?? 0);
    if (!wraps && (left < element.scrollLeft || right + 24 > element.scrollLeft + element.clientWidth)) {
      element.scrollLeft = left - element.clientWidth / 3;
    }
  }, [hitFrom, find.current]);

  const nextFinding = () => {
    const lines = [...byLine.keys()].sort((one, other) => one - other);
    const line = lines.find((one) => one > current) ?? lines[0];
    if (line !== undefined) goTo(line, byLine.get(line)?.[0]?.column ?? 1);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const command = (event.ctrlKey || event.metaKey) && !event.altKey;
    if (command && !event.shiftKey && event.key === 'f') find.open();
    else if (event.key === 'F3' && find.isOpen) find.step(event.shiftKey);
    else if (event.key === 'F8' && byLine.size > 0) nextFinding();
    else if (event.key === 'Escape' && find.isOpen) find.close();
    else return;
    event.preventDefault();
  };
  const onFieldKeyDown = (event: KeyboardEvent) => {
    const element = field.current;
    const plain = !(event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.isComposing);
    if (event.key !== 'Enter' || !plain || readOnly || !element) return;
    const blanks = indentationAt(element.value, element.selectionStart);
    if (blanks === '') return;
    event.preventDefault();
    typeIn(element, `\n${blanks}`);
  };

  const here = byLine.get(current);
  return (
    <div class={`editor ${wraps ? 'wraps' : ''}`} onKeyDown={onKeyDown}>
      {find.isOpen && (
        <FindBar
          {...find}
          field={find.input}
          onWanted={find.want}
          onMatchCase={find.setMatchCase}
          onStep={find.step}
          onClose={find.close}
        />
      )}
      <div class="editor-text">
        {!wraps && (
          <div class="editor-gutter" ref={gutter} style={{ '--digits': Math.max(3, String(starts.length).length) }}>
            <EditorGutter
              from={view.from}
              to={view.to}
              top={(view.from - 1) * view.lineHeight}
              current={current}
              findings={byLine}
              onLine={(line) => goTo(line, 1)}
            />
          </div>
        )}
        <div class="editor-field">
          <div class="editor-overlay" aria-hidden="true">
            <div class="overlay-lines" ref={overlay}>
              {wraps ? (
                find.hit && <WrappedHit text={text} hit={find.hit} />
              ) : (
                <EditorOverlay
                  text={text}
                  starts={starts}
                  from={view.from}
                  to={view.to}
                  lineHeight={view.lineHeight}
                  findings={byLine}
                  hit={find.hit}
                  hitLine={find.hit ? lineAt(starts, find.hit[0]) : 0}
                />
              )}
            </div>
          </div>
          <textarea
            ref={field}
            aria-label={name}
            aria-describedby={id}
            aria-invalid={here !== undefined}
            readOnly={readOnly}
            wrap={wraps ? 'soft' : 'off'}
            spellcheck={wraps}
            autocomplete="off"
            autocapitalize={wraps ? 'sentences' : 'off'}
            onInput={(event) => {
              typed.current = event.currentTarget.value;
              onEdit(typed.current);
            }}
            onScroll={view.onScroll}
            onKeyDown={onFieldKeyDown}
          />
        </div>
      </div>
      <p class="unseen" id={id}>
        {here?.map(({ message, hint }) => `${message} ${hint}`).join(' ')}
      </p>
    </div>
  );
}

/** The text once more, unseen, up to what was found and behind it: it wraps as the field's does. */
function WrappedHit({ text, hit: [from, to] }: { text: string; hit: readonly [number, number] }) {
  return (
    <>
      {text.slice(0, from)}
      <mark>{text.slice(from, to)}</mark>
      {text.slice(to)}
    </>
  );
}

function groupedByLine(findings: readonly Finding[]): ReadonlyMap<number, readonly Finding[]> {
  const lines = new Map<number, Finding[]>();
  for (const finding of findings) {
    if (finding.line <= 0) continue;
    const here = lines.get(finding.line);
    if (here) here.push(finding);
    else lines.set(finding.line, [finding]);
  }
  return lines;
}
