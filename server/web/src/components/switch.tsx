interface SwitchProps {
  label: string;
  on: boolean;
  /** The change is on its way to the file. */
  pending: boolean;
  /** Why it cannot be used; it stays focusable, and using it says why. */
  refused?: string | undefined;
  /** Other elements that tell more about it. */
  describedBy?: string | undefined;
  onToggle: () => void;
}

/** On or off, as wanted in the file. It says so by position, colour and word. */
export function Switch({ label, on, pending, refused, describedBy, onToggle }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      class="switch"
      data-target
      aria-label={label}
      aria-checked={on}
      aria-busy={pending}
      aria-disabled={refused !== undefined}
      aria-describedby={describedBy}
      title={refused}
      onClick={onToggle}
    >
      <span class="switch-word" aria-hidden="true">
        {on ? 'on' : 'off'}
      </span>
      <span class="switch-track" aria-hidden="true">
        <span class="switch-thumb" />
      </span>
    </button>
  );
}
