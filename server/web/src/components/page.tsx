import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';

interface PageProps {
  title: string;
  /** What the page amounts to, in a few words beside the title. */
  summary?: ComponentChildren;
  /** Fields and buttons at the end of the header. */
  tools?: ComponentChildren;
  children: ComponentChildren;
}

/** The frame of every page: title, summary and tools above, the content below. */
export function Page({ title, summary, tools, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Nova Settings`;
  }, [title]);
  return (
    <>
      <header class="page-header">
        <h1 tabIndex={-1}>{title}</h1>
        <div class="summary">{summary}</div>
        {tools && <div class="tools">{tools}</div>}
      </header>
      <div class="page-body">{children}</div>
    </>
  );
}
