// The example servers, all but the one that can be restarted. Started by demo.mjs, which it tells the ports. It is also
// the one that clears up: it notices that the demo is gone, even if that was killed.

import { InitializeRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { clearUp } from './clear_up.mjs';
import { guarded, legacy, modern, page, slow } from './handlers.mjs';
import { close, endWithParent, listen, serverOf } from './listening.mjs';

const secondsUp = 20;
const secondsDown = 15;

/** A server of a revision that no longer has readers. */
function speakOld(server) {
  server.setRequestHandler(InitializeRequestSchema, () => ({
    protocolVersion: '2024-10-07',
    capabilities: { tools: {} },
    serverInfo: { name: 'archive', version: '0.3.1' },
  }));
}

function failToList(server) {
  server.setRequestHandler(ListToolsRequestSchema, () => {
    throw new Error('The albums are being indexed');
  });
}

async function comeAndGo(server, port) {
  const later = (seconds, next) => setTimeout(() => void next(), seconds * 1000);
  const leave = async () => {
    await close(server);
    later(secondsDown, comeBack);
  };
  const comeBack = async () => {
    // Somebody else may have taken the port meanwhile: then it stays away for another while.
    const isBack = await listen(server, port).then(
      () => true,
      () => false,
    );
    later(isBack ? secondsUp : secondsDown, isBack ? leave : comeBack);
  };
  later(secondsUp, leave);
}

const handlers = {
  calendar: modern('calendar', '2.1.0', {
    list_events: 'What is on a day',
    find_free_slot: 'When all of these people have time',
    add_event: 'Puts an appointment into the calendar',
  }),
  notes: legacy('notes', '1.4.2', {
    search_notes: 'Notes with these words',
    read_note: 'One note as Markdown',
    write_note: 'Adds a note',
    list_tags: 'The tags in use',
  }),
  tickets: guarded('tickets', modern('tickets', '3.0.1', { list_tickets: 'Open tickets', close_ticket: 'Closes one' })),
  mail: guarded('mail', modern('mail', '1.0.0', { search_mail: 'Mails with these words', draft_mail: 'A draft' })),
  search: slow(1500, modern('search', '1.2.0', { search_web: 'Pages about this', fetch_page: 'One page as text' })),
  photos: legacy('photos', '0.9.0', { find_photos: 'Photos that show this' }, failToList),
  archive: legacy('archive', '0.3.1', { read_archive: 'What was written then' }, speakOld),
  wiki: page('<!doctype html><title>Wiki</title><h1>Wiki</h1><p>This is a page for people.</p>\n'),
  books: modern('books', '1.0.0', { find_book: 'Books about this' }),
};

const ports = {};
for (const [name, handler] of Object.entries(handlers)) ports[name] = await listen(serverOf(handler));

const weather = serverOf(modern('weather', '1.1.0', { forecast: 'The weather of the next days at this place' }));
ports.weather = await listen(weather);
void comeAndGo(weather, ports.weather);

let left = {};
process.on('message', (message) => (left = { ...left, ...message }));
endWithParent(async () => {
  await clearUp(left);
  process.exit();
});
process.send({ ports });
