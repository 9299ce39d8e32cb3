import type { ComponentChildren } from 'preact';
import { CloseIcon } from './icons';
import { Mark, type MarkKind } from './mark';

interface BannerProps {
  kind: 'attention' | 'failing' | 'quiet';
  title: string;
  children?: ComponentChildren;
  action?: string;
  onAction?: () => void;
  onClose?: () => void;
}

const marks: Record<BannerProps['kind'], MarkKind> = { attention: 'attention', failing: 'failing', quiet: 'off' };

/** Something about the whole page: what is the matter, and what to do about it. */
export function Banner({ kind, title, children, action, onAction, onClose }: BannerProps) {
  return (
    <section class={`banner banner-${kind}`} role={kind === 'failing' ? 'alert' : 'status'}>
      <Mark kind={marks[kind]} />
      <div class="banner-text">
        <p class="banner-title">{title}</p>
        {children}
      </div>
      {action && (
        <button type="button" class="button" onClick={onAction}>
          {action}
        </button>
      )}
      {onClose && (
        <button type="button" class="button icon-button" aria-label="Close" onClick={onClose}>
          <CloseIcon />
        </button>
      )}
    </section>
  );
}
