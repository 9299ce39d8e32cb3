import { memo } from 'preact/compat';
import { useState } from 'preact/hooks';
import { useSettled } from '../lib/settled';
import { size } from '../lib/words';
import { Markdown } from './markdown';

/** Up to here a text is drawn while it is typed, without a key having to wait for it. */
const shortText = 16 * 1024;
const mostText = 64 * 1024;

const Drawn = memo(Markdown);

/** How a text will look, since its writer last rested. */
export function EditorPreview({ text }: { text: string }) {
  const settled = useSettled(text, text.length <= shortText ? 150 : 500);
  const [asked, setAsked] = useState<string>();
  const isLong = settled.length > mostText;
  const shown = isLong ? asked : settled;
  return (
    <section class="editor-preview" aria-label="How the prompt will look" tabIndex={0}>
      {isLong && (
        <div class="preview-off">
          <p class="muted">
            The text is longer than {size(mostText)}, so it is not drawn while you write.
            {asked !== undefined && asked !== settled && ' What you see is from before.'}
          </p>
          {asked !== settled && (
            <button type="button" class="button small" onClick={() => setAsked(settled)}>
              Draw it now
            </button>
          )}
        </div>
      )}
      {shown !== undefined && (shown.trim() === '' ? <p class="muted">The text is empty.</p> : <Drawn text={shown} />)}
    </section>
  );
}
