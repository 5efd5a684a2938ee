// The limit: passes each message of a room on to the others of the room. No documents, no storage.
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';

/** @type {Map<string, Set<import('ws').WebSocket>>} */
const rooms = new Map();
const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
const server = createServer();

server.on('upgrade', (request, wire, head) => {
  sockets.handleUpgrade(request, wire, head, (socket) => {
    const name = request.url ?? '/';
    const room = rooms.get(name) ?? new Set();
    rooms.set(name, room.add(socket));
    socket.on('message', (message) => {
      for (const other of room) if (other !== socket) other.send(message);
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      room.delete(socket);
      if (room.size === 0) rooms.delete(name);
    });
  });
});
process.on('SIGTERM', () => process.exit(0));
server.listen(Number(process.env.PORT), '127.0.0.1', () => process.stdout.write('serving\n'));
