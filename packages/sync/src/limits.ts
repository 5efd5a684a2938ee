/** What one client, one frame and one document may cost. Sizes are bytes, times milliseconds. */
export interface Limits {
  /** The largest message. The WebSocket server's own limit has to be above it. */
  readonly frameBytes: number;
  /** The most structs in one update, values within values included; types count twice (about 100 bytes each in memory). */
  readonly frameStructs: number;
  /** The most deleted ranges in one update. Each step 2 carries those of the whole document. */
  readonly frameDeletions: number;
  /** How deep types may be nested; also arrays and objects within one value. */
  readonly depth: number;
  /** The largest document: its last whole encoding and the updates since. */
  readonly documentBytes: number;
  /** The most Yjs client ids in a document: Yjs looks at all of them for every change. */
  readonly documentClients: number;
  /** What may wait for its predecessors, per document. */
  readonly pendingFrames: number;
  readonly pendingBytes: number;
  /** Messages and bytes a second, and how many seconds of it may come at once. Excess is delayed. */
  readonly messagesPerSecond: number;
  readonly bytesPerSecond: number;
  readonly burstSeconds: number;
  /** A seat's connections together may use this many times what one may. */
  readonly seatFactor: number;
  readonly connectionsPerSeat: number;
  readonly connectionsPerDocument: number;
  /** Above this many unsent bytes a reader is brought up to date later, in one piece. */
  readonly laggingBytes: number;
  /** A reader that stays behind for this long is disconnected. */
  readonly laggingTime: number;
  /** Presence: ids per connection (y-websocket uses one; more let echoes in), size of one state. */
  readonly presenceIds: number;
  readonly presenceBytes: number;
}

/** Generous for people, with room for pasted books and offline days; tight for attacks. */
export const defaultLimits: Limits = {
  frameBytes: 2 * 1024 * 1024,
  frameStructs: 20_000,
  frameDeletions: 100_000,
  depth: 64,
  documentBytes: 16 * 1024 * 1024,
  documentClients: 10_000,
  pendingFrames: 64,
  pendingBytes: 256 * 1024,
  messagesPerSecond: 100,
  bytesPerSecond: 512 * 1024,
  burstSeconds: 8,
  seatFactor: 4,
  connectionsPerSeat: 16,
  connectionsPerDocument: 1000,
  laggingBytes: 1024 * 1024,
  laggingTime: 30_000,
  presenceIds: 1,
  presenceBytes: 4096,
};
