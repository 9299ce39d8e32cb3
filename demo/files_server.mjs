// The example server that can be restarted: a program of its own, on the port that it had before.

import { modern } from './handlers.mjs';
import { endWithParent, listen, serverOf } from './listening.mjs';

const handler = modern('files', '1.3.0', {
  list_files: 'What is in a folder',
  read_file: 'The text of a file',
  write_file: 'Writes a file',
});
const port = await listen(serverOf(handler), Number(process.argv[2] ?? 0));
endWithParent(() => process.exit());
process.send({ port });
