import type { RefObject } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { nextPlace, placesOf, previousPlace } from '../lib/text_search';
import type { FindState } from './find_bar';

const longText = 64 * 1024;

export interface Find extends FindState {
  isOpen: boolean;
  /** The place that is shown. */
  hit: readonly [from: number, to: number] | undefined;
  input: RefObject<HTMLInputElement>;
  open: () => void;
  close: () => void;
  step: (back: boolean) => void;
  want: (wanted: string) => void;
  setMatchCase: (matchCase: boolean) => void;
}

/** A search in the text of a field, from where its caret is. */
export function useFind(field: RefObject<HTMLTextAreaElement>, text: string): Find {
  const [isOpen, setOpen] = useState(false);
  const [wanted, setWanted] = useState('');
  const [matchCase, setMatchCase] = useState(false);
  // Of a text: in another one it is not known which of the places that is.
  const [shown, setShown] = useState({ current: -1, text: '' });
  const input = useRef<HTMLInputElement>(null);
  // As soon as it is drawn, before the next key: that one is meant for it.
  useLayoutEffect(() => {
    if (isOpen) input.current?.select();
  }, [isOpen]);
  const places = useMemo(() => (isOpen ? placesOf(text, wanted, matchCase) : []), [isOpen, text, wanted, matchCase]);
  const current = shown.text === text && shown.current < places.length ? shown.current : -1;

  const show = (all: readonly number[], number: number, words: string) => {
    setShown({ current: number, text });
    const place = all[number];
    if (place !== undefined) field.current?.setSelectionRange(place, place + words.length);
  };
  // Where a long text wraps, it takes a while to find out where a place is: not at every key.
  const later = useRef<ReturnType<typeof setTimeout>>();
  const caret = () => field.current?.selectionStart ?? 0;
  const place = places[current];
  return {
    isOpen,
    wanted,
    matchCase,
    count: places.length,
    current,
    hit: place === undefined ? undefined : [place, place + wanted.length],
    input,
    open: () => {
      const element = field.current;
      const selected = element ? text.slice(element.selectionStart, element.selectionEnd) : '';
      if (selected !== '' && selected.length < 200 && !selected.includes('\n')) setWanted(selected);
      setOpen(true);
      input.current?.select();
    },
    close: () => {
      setOpen(false);
      field.current?.focus();
    },
    step: (back) => {
      if (back) show(places, previousPlace(places, caret()), wanted);
      else show(places, nextPlace(places, current < 0 ? caret() : caret() + 1), wanted);
    },
    want: (words) => {
      setWanted(words);
      clearTimeout(later.current);
      const go = () => {
        const all = placesOf(text, words, matchCase);
        show(all, nextPlace(all, caret()), words);
      };
      if (text.length < longText) go();
      else later.current = setTimeout(go, 300);
    },
    setMatchCase: (match) => {
      setMatchCase(match);
      const all = placesOf(text, wanted, match);
      show(all, nextPlace(all, caret()), wanted);
    },
  };
}
