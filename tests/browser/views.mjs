// Everything of the page that can be seen, for tests that look at all of it: one line each.

/** `#/…` of it, and what is there once it is drawn; `open` does what leads there from that address. */
export const views = [
  { name: 'servers', at: '#/servers', shows: '[data-server=gmail] .switch' },
  { name: 'details of a server', at: '#/servers/calendar', shows: '.details h2' },
  { name: 'health', at: '#/health', shows: '.health-card' },
  { name: 'health of a server', at: '#/health/gmail', shows: '.details h2' },
  { name: 'prompt', at: '#/prompt', shows: 'h1:text("Prompt")' },
  { name: 'events', at: '#/events', shows: 'h1:text("Events")' },
  { name: 'configuration', at: '#/configuration', shows: 'h1:text("Configuration")' },
  { name: 'settings', at: '#/settings', shows: 'h1:text("Settings")' },
  { name: 'keys', at: '#/servers', shows: 'dialog.keys[open]', open: (page) => page.locator('body').press('?') },
];

/** Goes there, and leaves behind what lay over the page before. */
export async function goTo(page, { at, shows, open }) {
  await page.evaluate((hash) => {
    for (const dialog of document.querySelectorAll('dialog[open]')) dialog.close();
    location.hash = hash;
  }, at);
  await open?.(page);
  await page.locator(shows).first().waitFor();
}
