import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Banner } from './banner';

/** A component whose code is not part of what the page starts with. */
export interface Later<Props> {
  (props: Props): preact.JSX.Element | null;
  /** Has it there before somebody wants to see it. */
  load(): Promise<void>;
}

/** Fetches `component` when it is drawn for the first time, or before that by `load()`. From then on it is there. */
export function later<Props extends object>(fetchIt: () => Promise<ComponentType<Props>>): Later<Props> {
  let Found: ComponentType<Props> | undefined;
  const load = async () => {
    Found ??= await fetchIt();
  };
  const Shown = (props: Props) => {
    const [, redraw] = useState({});
    const [failed, setFailed] = useState(false);
    // Who was drawn without it has to be drawn again, also where it came between the drawing and this.
    const isMissing = !Found;
    useEffect(() => {
      if (isMissing)
        load().then(
          () => redraw({}),
          () => setFailed(true),
        );
    }, []);
    if (Found) return <Found {...props} />;
    if (!failed) return null;
    return (
      <Banner kind="failing" title="This page could not be loaded" action="Reload" onAction={() => location.reload()}>
        <p>Nova was updated, or cannot be reached.</p>
      </Banner>
    );
  };
  return Object.assign(Shown, { load });
}
