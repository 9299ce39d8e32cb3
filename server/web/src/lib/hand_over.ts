// Ways out of the page: the clipboard and the downloads.

/**
 * Copies a text; false where the browser does not let a page do that. Over plain http from another machine it only lets
 * it copy what is selected: `shown` is where the same text can be selected.
 */
export async function copyText(text: string, shown?: HTMLTextAreaElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    if (!shown) return false;
    shown.select();
    return document.execCommand('copy');
  }
}

export function saveAsFile(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser takes the text only after this.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
