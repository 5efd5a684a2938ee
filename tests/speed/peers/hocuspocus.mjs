// Hocuspocus with its SQLite extension, both as they come.
import path from 'node:path';
import { SQLite } from '@hocuspocus/extension-sqlite';
import { Server } from '@hocuspocus/server';

const database = path.join(process.env.DATA_DIR ?? '', 'hocuspocus.sqlite');
const server = new Server({
  port: Number(process.env.PORT),
  address: '127.0.0.1',
  quiet: true,
  extensions: [new SQLite({ database })],
});
await server.listen();
process.stdout.write('serving\n');
