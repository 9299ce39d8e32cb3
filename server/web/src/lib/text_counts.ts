import { utf8Length } from './text_places';
import { plural, size } from './words';

export interface TextCounts {
  words: number;
  lines: number;
  bytes: number;
}

export function countText(text: string): TextCounts {
  let lines = text !== '' && !text.endsWith('\n') ? 1 : 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return { words: countOfWords(text), lines, bytes: utf8Length(text) };
}

/** One by one: a list of all the words of a long text would take its time. */
function countOfWords(text: string): number {
  let words = 0;
  let inWord = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const isSpace = unit <= 0x20 || ((unit === 0xa0 || unit >= 0x1680) && /\s/.test(text.charAt(at)));
    if (!isSpace && !inWord) words++;
    inWord = !isSpace;
  }
  return words;
}

/** "87 words · about 115 tokens · 25 lines · 1.3 KiB". A token is about four bytes. */
export function countWords({ words, lines, bytes }: TextCounts): string {
  return [
    plural(words, 'word'),
    `about ${plural(Math.ceil(bytes / 4), 'token')}`,
    plural(lines, 'line'),
    size(bytes),
  ].join(' · ');
}
