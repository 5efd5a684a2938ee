/** Frames of messages that may go to more sockets; forgotten with their message. */
const known = new WeakMap<Uint8Array, Buffer>();

/** The final frame of a binary message (RFC 6455, 5.2 and 11.8). */
const finalBinary = 0x82;

/**
 * A message as it travels from a server: one unmasked, uncompressed WebSocket frame (RFC 6455, 5.2). The
 * same message, which must not change, gives the same frame, so that telling a room costs one.
 */
export function binaryFrame(message: Uint8Array): Buffer {
  const before = known.get(message);
  if (before) return before;
  const { length } = message;
  const headerLength = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(headerLength + length);
  frame[0] = finalBinary;
  frame[1] = headerLength === 2 ? length : headerLength === 4 ? 126 : 127;
  if (headerLength === 4) frame.writeUInt16BE(length, 2);
  if (headerLength === 10) frame.writeBigUInt64BE(BigInt(length), 2);
  frame.set(message, headerLength);
  known.set(message, frame);
  return frame;
}
