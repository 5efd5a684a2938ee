// @y/websocket-server as its own start script runs it: documents in memory, nothing stored.
import { createServer } from 'node:http';
import { setupWSConnection } from '@y/websocket-server/utils';
import { WebSocketServer } from 'ws';

const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
sockets.on('connection', setupWSConnection);
const server = createServer();
server.on('upgrade', (request, wire, head) => {
  sockets.handleUpgrade(request, wire, head, (socket) =>
    sockets.emit('connection', socket, request),
  );
});
process.on('SIGTERM', () => process.exit(0));
server.listen(Number(process.env.PORT), '127.0.0.1', () => process.stdout.write('serving\n'));
