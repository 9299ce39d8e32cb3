import type { Prompt } from '../api/types';
import { Ago } from '../components/ago';
import { Banner } from '../components/banner';
import { FileProblems } from '../components/file_problems';
import { Markdown } from '../components/markdown';
import { addressOf } from '../lib/route';
import { plural, size } from '../lib/words';
import type { PromptChange } from '../model/changes';
import { usePromptText } from '../model/queries';

/** How long the prompt is, and when it was changed. */
export function ReadSummary({ prompt }: { prompt: Prompt }) {
  if (prompt.revision === '') return null;
  return (
    <p class="counts">
      {plural(prompt.lines, 'line')} · {size(prompt.bytes)}
      {prompt.modified_at && (
        <>
          {' · changed '}
          <Ago at={prompt.modified_at} />
        </>
      )}
    </p>
  );
}

/** The system prompt as people read it, and what is known about its file. */
export function ReadPrompt({ prompt, change }: { prompt: Prompt; change: PromptChange | undefined }) {
  const { text, problem, retry } = usePromptText(prompt);
  const exists = prompt.revision !== '';
  return (
    <>
      <FileProblems file={prompt} hasGoodState={exists} />
      {!exists && prompt.status === 'missing' && (
        <section class="teach">
          <h2>There is no prompt yet</h2>
          <p>
            Write it in Markdown, here or with any editor. It shows here, and reaches every connected program, as soon
            as you save:
          </p>
          <p class="path">{prompt.path}</p>
          <p>
            <a class="button primary" href={addressOf('prompt', ['edit'])}>
              Write it
            </a>
          </p>
        </section>
      )}
      {problem && text === undefined && (
        <Banner kind="failing" title="The prompt could not be loaded" action="Try again" onAction={retry}>
          <p>{problem.message}</p>
        </Banner>
      )}
      {exists && (
        <article class="sheet" aria-label="The prompt">
          {change && <span class="pulse" key={change.id} />}
          <p class="sheet-about">
            <span class="path">{prompt.path}</span>
            {change && (
              <span class="change">
                {change.words} · <Ago at={change.at} /> · {plural(change.added, 'line')} added, {change.removed} removed
              </span>
            )}
          </p>
          {text === undefined && !problem && <p class="muted">Reading the prompt…</p>}
          {text !== undefined &&
            (text.trim() === '' ? <p class="muted">The file is empty.</p> : <Markdown text={text} />)}
        </article>
      )}
    </>
  );
}
