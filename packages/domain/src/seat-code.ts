import type { LinkId, SeatId } from './ids.ts';

/** With it one more device of a person takes their seat, once. */
export interface SeatCode {
  /** SHA-256 of the code, hexadecimal; the code itself is not kept. */
  readonly codeHash: string;
  readonly seat: SeatId;
  /** The link that the other device comes in by, and its generation when the code was made. */
  readonly link: LinkId;
  readonly generation: number;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** Where such codes are kept while they are good. They go with their seat. */
export interface SeatCodes {
  /** Keeps the code, in place of an earlier one of its seat; those that expired before `now` are forgotten. */
  put(code: SeatCode, now: number): Promise<void>;
  find(codeHash: string): Promise<SeatCode | null>;
  /** Uses the code up. False where it was used up, or replaced, meanwhile. */
  take(codeHash: string): Promise<boolean>;
}
