import { useRef, useState } from 'preact/hooks';
import type { NovaState } from '../api/types';
import { useIsWide } from '../components/beside';
import { DraftActions } from '../components/draft_actions';
import { DraftEditor } from '../components/draft_editor';
import { EditorModes } from '../components/editor_modes';
import { EditorPreview } from '../components/editor_preview';
import { Page } from '../components/page';
import type { EditorHandle } from '../components/text_editor';
import { VersionsPane } from '../components/versions_pane';
import { addressOf, goTo, type Route } from '../lib/route';
import { useSettled } from '../lib/settled';
import { countText, countWords } from '../lib/text_counts';
import { useTextKeys } from '../lib/text_keys';
import type { PromptChange } from '../model/changes';
import { useDraftWork, type DraftWork } from '../model/draft_work';
import { ReadPrompt, ReadSummary } from './prompt_read';

interface PromptPageProps {
  state: NovaState;
  change: PromptChange | undefined;
  route: Route;
}

const modes = [
  { label: 'Read', path: [] },
  { label: 'Edit', path: ['edit'] },
  { label: 'Versions', path: ['versions'] },
] as const;

/** The system prompt: for reading, for editing with what it will look like beside it, and its earlier texts. */
export function PromptPage({ state: { prompt }, change, route }: PromptPageProps) {
  const [mode = '', version] = route.path;
  const current = Math.max(
    modes.findIndex(({ path }) => path[0] === mode),
    0,
  );
  const work = useDraftWork('prompt', prompt, 'The prompt is saved.');
  useTextKeys({ save: work.save, edit: () => goTo(addressOf('prompt', mode === 'edit' ? [] : ['edit'])) });
  return (
    <Page
      title="Prompt"
      summary={mode === 'edit' ? <DraftCounts text={work.text} /> : <ReadSummary prompt={prompt} />}
      tools={
        <div class="text-tools">
          <EditorModes
            name="What is shown of the prompt"
            page="prompt"
            modes={modes}
            current={current}
            unsaved={work.dirty ? 1 : undefined}
          />
          {mode === 'edit' && <DraftActions work={work} onSave={work.save} />}
        </div>
      }
    >
      {current === 0 && <ReadPrompt prompt={prompt} change={change} />}
      {mode === 'edit' && <EditPrompt work={work} />}
      {mode === 'versions' && (
        <VersionsPane
          which="prompt"
          page="prompt"
          section="versions"
          id={version}
          subject="The prompt"
          file={prompt}
          offline={work.offline}
          hasDraft={work.dirty}
        />
      )}
    </Page>
  );
}

function DraftCounts({ text }: { text: string }) {
  return <p class="counts">{countWords(countText(useSettled(text, 300)))}</p>;
}

/** The text, with the preview beside it or, where there is no room, in its place. */
function EditPrompt({ work }: { work: DraftWork }) {
  const isWide = useIsWide();
  const [previews, setPreviews] = useState(false);
  const editor = useRef<EditorHandle>(null);
  const preview = <EditorPreview text={work.text} />;
  return (
    <>
      {!isWide && (
        <div class="segments write-or-preview" role="group" aria-label="Write or look">
          <button type="button" aria-pressed={!previews} onClick={() => setPreviews(false)}>
            Write
          </button>
          <button type="button" aria-pressed={previews} onClick={() => setPreviews(true)}>
            Preview
          </button>
        </div>
      )}
      <DraftEditor
        work={work}
        name="Text of the prompt"
        wraps
        editor={editor}
        beside={isWide && preview}
        instead={!isWide && previews && preview}
      />
    </>
  );
}
