/** Puts a text on the clipboard; false where the browser does not let us. To be called from a click or a key. */
export async function copyText(text: string): Promise<boolean> {
  try {
    // Not there on a page that came over plain HTTP from another machine.
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(text);
      return true;
    }
  } catch {
    // Forbidden: the old way may still do.
  }
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'unseen';
  const focused = document.activeElement;
  document.body.append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return done;
}
