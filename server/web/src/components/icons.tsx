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

export const EventsIcon = () => (
  <Icon>
    <path d="M5.5 4H14M5.5 8H14M5.5 12H14" stroke-width="1.5" stroke-linecap="round" />
    <path d="M2.25 4h.5M2.25 8h.5M2.25 12h.5" stroke-width="1.75" stroke-linecap="round" />
  </Icon>
);

export const ConfigurationIcon = () => (
  <Icon>
    <path
      d="M6 2.5c-2 0-1.5 2-1.5 3.25S4 8 2.75 8C4 8 4.5 9 4.5 10.25S4 13.5 6 13.5M10 2.5c2 0 1.5 2 1.5 3.25S12 8 13.25 8C12 8 11.5 9 11.5 10.25s.5 3.25-1.5 3.25"
      stroke-width="1.5"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  </Icon>
);

export const SettingsIcon = () => (
  <Icon>
    <path d="M2 4.5h6M12 4.5h2M2 11.5h2M8 11.5h6" stroke-width="1.5" stroke-linecap="round" />
    <circle cx="10" cy="4.5" r="1.75" stroke-width="1.5" />
    <circle cx="6" cy="11.5" r="1.75" stroke-width="1.5" />
  </Icon>
);

export const PlusIcon = () => (
  <Icon>
    <path d="M8 3v10M3 8h10" stroke-width="1.5" stroke-linecap="round" />
  </Icon>
);

export const MoreIcon = () => (
  <Icon>
    <path d="M3.5 8h.01M8 8h.01M12.5 8h.01" stroke-width="2.25" stroke-linecap="round" />
  </Icon>
);

export const ImportIcon = () => (
  <Icon>
    <path
      d="M8 2v7.5M5 6.75 8 9.75l3-3M2.5 10.5v3h11v-3"
      stroke-width="1.5"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  </Icon>
);

export const ExportIcon = () => (
  <Icon>
    <path
      d="M8 9.75V2.25M5 5l3-3 3 3M2.5 10.5v3h11v-3"
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

export const UpIcon = () => (
  <Icon>
    <path d="m3.5 10 4.5-4.5 4.5 4.5" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" />
  </Icon>
);

export const DownIcon = () => (
  <Icon>
    <path d="m3.5 6 4.5 4.5L12.5 6" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" />
  </Icon>
);

export const Diamond = () => (
  <svg class="diamond" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
    <path d="M8 1 15 8 8 15 1 8Z" fill="currentColor" />
  </svg>
);
