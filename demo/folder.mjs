// The temporary folder of the demo: a catalog with the example servers, settings that fit, and a prompt.

import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

export const service = 'demo_service';

/** Asked often, so that every state is seen within a minute. */
const interval = 5;

const catalog = (url) => `# The servers of the demo. Change what you like: the folder is gone when the demo ends.

calendar:
  url: ${url('calendar')}
  description: Appointments and free slots (speaks the newest revision of MCP)

notes:
  url: ${url('notes')}
  description: Notes in Markdown (speaks an earlier revision, with sessions)

files:
  url: ${url('files')}
  description: The shared folder; restart it and watch it come back
  service: ${service}

search:
  url: ${url('search')}
  description: The web; takes a second and a half for each answer

weather:
  url: ${url('weather')}
  description: Forecasts; 20 seconds there, 15 seconds away

photos:
  url: ${url('photos')}
  description: The albums; speaks MCP, but fails to tell its tools

tickets:
  url: ${url('tickets')}
  description: The bug tracker; wants credentials and gets none
  # headers: { Authorization: "Bearer any word" }   # take the first # away, and it is content

mail:
  url: ${url('mail')}
  description: Mails and drafts; its token is not in the environment
  headers: { Authorization: "Bearer \${DEMO_TOKEN_THAT_IS_NOT_SET}" }

archive:
  url: ${url('archive')}
  description: Old letters; its revision of MCP is too old

wiki:
  url: ${url('wiki')}
  description: The team's pages; a web page at this address, no MCP server

printer:
  url: ${url('printer')}
  description: The printer in the hall; nothing listens there

books:
  url: ${url('books')}
  description: The library; switch it on
  enabled: false
`;

/** What is written into YAML this way is a list of strings, whatever is in it. */
const settings = (command) => `health:
  interval_s: ${interval}
restart:
  allowed_services: [${service}]
  command: ${JSON.stringify(command)}
`;

export class Folder {
  path = mkdtempSync(join(tmpdir(), 'nova-demo-'));
  state = join(this.path, 'state');
  token = join(this.state, 'token');
  socket = join(this.path, 'compose.sock');

  /** `ports` of the servers by their names. */
  write(ports) {
    for (const name of ['configs', 'prompts']) mkdirSync(join(this.path, name));
    writeFileSync(
      join(this.path, 'configs/mcp_servers.yaml'),
      catalog((name) => `http://127.0.0.1:${ports[name]}/mcp`),
    );
    const command = [process.execPath, here('compose.mjs'), this.socket];
    writeFileSync(join(this.path, 'configs/nova.yaml'), settings(command));
    const prompt = 'prompts/NOVA_SYSTEM_PROMPT.md';
    cpSync(here(`../${prompt}`), join(this.path, prompt));
  }
}
