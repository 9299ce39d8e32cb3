// Everything of the page that can be seen, for tests that look at all of it: one line each.

/** `#/…` of it, and what is there once it is drawn; `open` does what leads there from that address. */
export const views = [
  { name: 'servers', at: '#/servers', shows: '[data-server=gmail] .switch' },
  { name: 'details of a server', at: '#/servers/calendar', shows: '.details h2' },
  { name: 'health', at: '#/health', shows: '.health-card' },
  { name: 'health of a server', at: '#/health/gmail', shows: '.details h2' },
  { name: 'a new server', at: '#/servers/-/add', shows: 'dialog[open] input' },
  { name: 'a changed server', at: '#/servers/gmail/edit', shows: 'dialog[open] input' },
  { name: 'import', at: '#/servers/-/import', shows: 'dialog[open] textarea' },
  { name: 'export', at: '#/servers/-/export', shows: 'dialog[open] [readonly]' },
  { name: 'menu of a server', at: '#/servers', shows: '[role=menu]', open: openMenu },
  { name: 'prompt', at: '#/prompt', shows: '.sheet h1' },
  { name: 'prompt, written', at: '#/prompt/edit', shows: 'textarea' },
  { name: 'versions of the prompt', at: '#/prompt/versions', shows: 'h1:text("Prompt")' },
  { name: 'events', at: '#/events', shows: 'h1:text("Events")' },
  { name: 'configuration', at: '#/configuration', shows: 'textarea' },
  { name: 'backups', at: '#/configuration/backups', shows: 'h1:text("Configuration")' },
  { name: 'settings', at: '#/settings', shows: '[data-setting="backups.keep"]' },
  { name: 'keys', at: '#/servers', shows: 'dialog.keys[open]', open: (page) => page.locator('body').press('?') },
];

async function openMenu(page) {
  await page.locator('[data-server=gmail] .menu-button').click();
}

/** Goes there, and leaves behind what lay over the page before. */
export async function goTo(page, { at, shows, open }) {
  await page.evaluate((hash) => {
    for (const dialog of document.querySelectorAll('dialog[open]')) dialog.close();
    location.hash = hash;
  }, at);
  await open?.(page);
  await page.locator(shows).first().waitFor();
}
