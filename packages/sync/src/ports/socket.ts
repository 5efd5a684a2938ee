/** One client's WebSocket, as far as rooms need it. Binary messages only. */
export interface SyncSocket {
  /**
   * Sends messages, in order and in one write where the transport can (cork, uncork). The same byte
   * array is given to many sockets and must not be changed. Ignored once closed.
   */
  send(messages: readonly Uint8Array[]): void;
  /** Bytes that were sent and have not left this process. */
  readonly bufferedBytes: number;
  /** Stops taking messages from the client until `resume`; a few may still come. */
  pause(): void;
  resume(): void;
  /** Sends what was sent before, then closes. The connection has to be told `closed()` in the end. */
  close(code: number, reason: string): void;
}
