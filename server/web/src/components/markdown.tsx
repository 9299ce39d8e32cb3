import DOMPurify from 'dompurify';
import { useMemo } from 'preact/hooks';
import { markdownToHtml } from '../lib/markdown';

// markdownToHtml() writes nothing but these. The sanitiser is the second wall: should the first have a hole, there is
// still no element that loads, runs, submits or styles.
const allowed = {
  ALLOWED_TAGS: [
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'br', 'hr', 'blockquote', 'pre', 'code', 'span', 'a'],
    ...['ul', 'ol', 'li', 'strong', 'em', 'del', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  ALLOWED_ATTR: ['href', 'target', 'rel', 'class', 'align', 'start'],
  ALLOWED_URI_REGEXP: /^(?:https?:\/\/|mailto:)/i,
  // The pattern is for addresses; without this it would be asked about these as well.
  ADD_URI_SAFE_ATTR: ['target', 'rel', 'align', 'start'],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
};

/** Somebody's Markdown, shown but never obeyed. */
export function Markdown({ text }: { text: string }) {
  const html = useMemo(() => DOMPurify.sanitize(markdownToHtml(text), allowed), [text]);
  return <div class="markdown" dangerouslySetInnerHTML={{ __html: html }} />;
}
