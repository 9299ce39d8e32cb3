// Markdown to HTML text, with nothing in it that loads or runs: a prompt is somebody's text and may have come by mail.
// What this returns still goes through the sanitiser (components/markdown.tsx) before it reaches the page.

import { Marked, type Tokens } from 'marked';

const linkable = /^(?:https?:\/\/|mailto:)/i;

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

/** What a link or image leads to, for people; never something to click. */
function address(href: string): string {
  const shown = href.length > 80 ? `${href.slice(0, 80)}…` : href;
  return `<span class="address">${escapeHtml(shown)}</span>`;
}

const marked = new Marked({
  async: false,
  gfm: true,
  tokenizer: {
    // A bare address is text as well: what is to be a link is written as one.
    url: () => undefined,
    // Prompts are full of <tags> that are meant for the model: they are text here, and what stands between them is
    // Markdown as everywhere. Comments alone are kept apart, to be shown as such.
    html(source): Tokens.HTML | undefined {
      const comment = /^ {0,3}<!--[\s\S]*?(?:-->[^\n]*(?:\n+|$)|$)/.exec(source)?.[0];
      if (comment === undefined) return undefined;
      return { type: 'html', raw: comment, text: comment, pre: false, block: true };
    },
    tag(source): Tokens.Tag | undefined {
      const comment = /^<!--[\s\S]*?-->/.exec(source)?.[0];
      if (comment === undefined) return undefined;
      return { type: 'html', raw: comment, text: comment, inLink: false, inRawBlock: false, block: false };
    },
  },
  renderer: {
    html({ text, block }: Tokens.HTML | Tokens.Tag): string {
      const shown = escapeHtml(text.trim());
      return block ? `<p class="comment">${shown}</p>` : `<span class="comment">${shown}</span>`;
    },
    image({ href, text }): string {
      return `<span class="image">Image not loaded${text ? `: ${escapeHtml(text)}` : ''} ${address(href)}</span>`;
    },
    link({ href, tokens }): string {
      const label = this.parser.parseInline(tokens);
      if (!linkable.test(href)) return `${label} ${address(href)}`;
      return `<a href="${escapeHtml(href)}" target="_blank" rel="noopener noreferrer">${label}</a>`;
    },
    checkbox({ checked }): string {
      return `<span class="check">${checked ? '☑' : '☐'}</span> `;
    },
  },
});

export function markdownToHtml(markdown: string): string {
  return marked.parse(markdown) as string;
}
