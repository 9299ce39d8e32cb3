import { useEffect, useRef } from 'preact/hooks';
import type { NovaState } from '../api/types';
import { Banner } from '../components/banner';
import { DraftActions } from '../components/draft_actions';
import { DraftEditor } from '../components/draft_editor';
import { findingsSummary } from '../components/editor_findings';
import { EditorModes } from '../components/editor_modes';
import { Page } from '../components/page';
import type { EditorHandle } from '../components/text_editor';
import { VersionsPane } from '../components/versions_pane';
import type { Route } from '../lib/route';
import { useTextKeys } from '../lib/text_keys';
import { fileName } from '../lib/words';
import { useDraftWork } from '../model/draft_work';

const modes = [
  { label: 'Edit', path: [] },
  { label: 'Backups', path: ['backups'] },
] as const;

/** The catalog as its text: edited with what is wrong marked in place, or an earlier one beside it. */
export function ConfigurationPage({ state: { catalog }, route }: { state: NovaState; route: Route }) {
  const editor = useRef<EditorHandle>(null);
  const work = useDraftWork('config', catalog, 'The configuration is saved.');
  const showsBackups = route.path[0] === 'backups';
  const { line = '', column = '1' } = route.query;

  // A link to a place in the text, once the text is there. Behind the title, which has the focus of a new page first.
  useEffect(() => {
    if (!work.loaded || showsBackups || line === '') return undefined;
    const frame = requestAnimationFrame(() => editor.current?.goTo(Number(line) || 1, Number(column) || 1));
    return () => cancelAnimationFrame(frame);
  }, [work.loaded, showsBackups, line, column]);

  const save = () => {
    if (work.save()) return;
    const wrong = work.findings.find((one) => one.severity === 'error' && one.line > 0);
    if (wrong && work.dirty && !work.offline) editor.current?.goTo(wrong.line, wrong.column);
  };
  useTextKeys({ save });
  return (
    <Page
      title="Configuration"
      summary={work.loaded && <p class="counts">{findingsSummary(work.findings) || 'valid'}</p>}
      tools={
        <div class="text-tools">
          <EditorModes
            name="What is shown of the configuration"
            page="configuration"
            modes={modes}
            current={showsBackups ? 1 : 0}
            unsaved={work.dirty ? 0 : undefined}
          />
          {!showsBackups && <DraftActions work={work} onSave={save} />}
        </div>
      }
    >
      {showsBackups ? (
        <VersionsPane
          which="config"
          page="configuration"
          section="backups"
          id={route.path[1]}
          subject="The configuration"
          file={catalog}
          offline={work.offline}
          hasDraft={work.dirty}
        />
      ) : (
        <>
          {catalog.status === 'missing' && (
            <Banner kind="attention" title={`${fileName(catalog.path)} is gone`}>
              <p class="path">{catalog.path}</p>
              <p>What you save here makes it anew. An earlier text is under Backups.</p>
            </Banner>
          )}
          <DraftEditor work={work} name="Text of the configuration" wraps={false} editor={editor} />
        </>
      )}
    </Page>
  );
}
