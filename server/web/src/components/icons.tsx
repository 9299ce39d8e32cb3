import type { ComponentChildren } from 'preact';

// Drawn on a 16 px grid in the colour of the text beside them. Words always stand next to them, so they are hidden from
// screen readers.

function Icon({ children }: { children: ComponentChildren }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" aria-hidden="true">
      {children}
    </svg>
  );
}

export const ServersIcon = () => (
  <Icon>
    <rect x="2" y="2.5" width="12" height="4.5" rx="1.5" stroke-width="1.5" />
    <rect x="2" y="9" width="12" height="4.5" rx="1.5" stroke-width="1.5" />
    <path d="M4.75 4.75h1.5M4.75 11.25h1.5" stroke-width="1.5" stroke-linecap="round" />
  </Icon>
);

export const PromptIcon = () => (
  <Icon>
    <path d="M3.5 2h6L13 5.5V14H3.5Z" stroke-width="1.5" stroke-linejoin="round" />
    <path d="M6 8h4.5M6 11h3" stroke-width="1.5" stroke-linecap="round" />
  </Icon>
);

export const HealthIcon = () => (
  <Icon>
    <path
      d="M1.5 8.5H4.5L6.5 3.5 9.5 12.5 11.5 8.5H14.5"
      stroke-width="1.5"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  </Icon>
);

export const SearchIcon = () => (
  <Icon>
    <circle cx="7" cy="7" r="4.5" stroke-width="1.5" />
    <path d="m10.5 10.5 3.5 3.5" stroke-width="1.5" stroke-linecap="round" />
  </Icon>
);

export const CloseIcon = () => (
  <Icon>
    <path d="m4 4 8 8M12 4l-8 8" stroke-width="1.5" stroke-linecap="round" />
  </Icon>
);

export const Diamond = () => (
  <svg class="diamond" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
    <path d="M8 1 15 8 8 15 1 8Z" fill="currentColor" />
  </svg>
);
