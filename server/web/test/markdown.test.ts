import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markdownToHtml } from '../src/lib/markdown';

test('shows what Markdown can', () => {
  const html = markdownToHtml('# Nova\n\n1. **First**\n2. `code`\n\n| a | b |\n| - | - |\n| 1 | 2 |\n');
  for (const part of ['<h1>Nova</h1>', '<ol>', '<strong>First</strong>', '<code>code</code>', '<td>1</td>']) {
    assert.ok(html.includes(part), part);
  }
});

test('tags are text, and what stands between them is Markdown', () => {
  const html = markdownToHtml('<instructions>\nBe *kind*.\n</instructions>\n\n<role>\n\n# Title\n');
  assert.match(html, /&lt;instructions&gt;/);
  assert.match(html, /<em>kind<\/em>/);
  assert.match(html, /<h1>Title<\/h1>/);
});

test('comments are shown as comments', () => {
  assert.match(markdownToHtml('<!-- note -->\n\n# Title\n'), /<p class="comment">&#60;!-- note --&#62;<\/p>/);
  assert.match(markdownToHtml('a <!-- b --> c'), /<span class="comment">&#60;!-- b --&#62;<\/span>/);
});

test('nothing loads, runs or leads astray', () => {
  const hostile = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '![pixel](https://example.org/p.gif)',
    '![x](x" onerror="alert(1))',
    '[a](javascript:alert(1))',
    '[b](JaVaScRiPt&#58;alert(1))',
    '[c](data:text/html,<script>alert(1)</script>)',
    '[d](https://example.org/" onclick="alert(1))',
    '<javascript:alert(1)>',
    '<iframe src="https://example.org"></iframe>',
    '<a href="javascript:alert(1)">e</a>',
    'text <svg onload=alert(1)> text',
    '<style>body{display:none}</style>',
    '<!-- --!><img src=x onerror=alert(1)> -->',
    '```"><img src=x onerror=alert(1)>\ncode\n```',
  ];
  for (const markdown of [...hostile, hostile.join('\n\n')]) {
    const html = markdownToHtml(markdown);
    const tags = html.match(/<[a-z][^>]*>/gi) ?? [];
    for (const tag of tags) {
      assert.match(tag, /^<(?:p|br|pre|code|span|a)(?: (?:class|href|target|rel)="[^"]*")*>$/, `${markdown} → ${tag}`);
      assert.doesNotMatch(tag, /href="(?!https?:|mailto:)/i, `${markdown} → ${tag}`);
    }
  }
});

test('a link opens elsewhere and tells nobody where from', () => {
  const html = markdownToHtml('[site](https://example.org/a?b=1&c=2)');
  assert.match(
    html,
    /<a href="https:\/\/example\.org\/a\?b=1&[^"]*c=2" target="_blank" rel="noopener noreferrer">site<\/a>/,
  );
});

test('a long hostile text is no work', () => {
  for (const text of ['<!--'.repeat(20_000), '['.repeat(20_000), '> '.repeat(500), '<a'.repeat(20_000)]) {
    const start = process.cpuUsage();
    markdownToHtml(text);
    const used = process.cpuUsage(start);
    assert.ok(used.user + used.system < 5_000_000, `${text.slice(0, 4)}… took ${(used.user + used.system) / 1e6} s`);
  }
});
