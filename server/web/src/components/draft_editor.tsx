import type { ComponentChildren, RefObject } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { rowsOfTexts } from '../lib/diff_rows';
import type { DraftWork } from '../model/draft_work';
import { ConflictBanner } from './conflict_banner';
import { DiffView } from './diff_view';
import { DraftNotes } from './draft_notes';
import { EditorFindings } from './editor_findings';
import { TextEditor, type EditorHandle } from './text_editor';

interface DraftEditorProps {
  work: DraftWork;
  name: string;
  wraps: boolean;
  editor: RefObject<EditorHandle>;
  /** Beside the text, where it is shown. */
  beside?: ComponentChildren;
  /** What stands in the place of the text. */
  instead?: ComponentChildren;
}

/** A draft at work: what stands against saving it, the text or how it differs from the file's, and what is wrong with it. */
export function DraftEditor({ work, name, wraps, editor, beside, instead }: DraftEditorProps) {
  const [wantsCompare, setCompare] = useState(false);
  const comparing = wantsCompare && work.theirs !== undefined;
  const { file, text, theirs } = work;
  const meanwhile =
    file.status === 'invalid' && !work.dirty ? 'Until it is fixed, the last good state stays in force.' : '';
  return (
    <div class="fill draft-editor">
      <ConflictBanner work={work} comparing={comparing} onCompare={setCompare} />
      <DraftNotes work={work} />
      {comparing && theirs ? (
        <Comparison left={theirs.file.text} right={text} />
      ) : (
        (work.dirty || work.unreadable === '') && (
          <div class="editor-row">
            {instead || (
              <TextEditor
                name={name}
                text={text}
                readOnly={work.locked !== ''}
                wraps={wraps}
                findings={work.findings}
                handle={editor}
                onEdit={(edited) => work.draft.edit(edited)}
              />
            )}
            {beside}
          </div>
        )
      )}
      {!instead && (
        <EditorFindings
          findings={work.findings}
          meanwhile={meanwhile}
          onPlace={(line, column) => {
            setCompare(false);
            // The text may have to be drawn first.
            requestAnimationFrame(() => editor.current?.goTo(line, column));
          }}
        />
      )}
    </div>
  );
}

function Comparison({ left, right }: { left: string; right: string }) {
  const rows = useMemo(() => rowsOfTexts(left, right), [left, right]);
  return <DiffView rows={rows} left="In the file" right="Your draft" nothing="The two texts are the same." />;
}
