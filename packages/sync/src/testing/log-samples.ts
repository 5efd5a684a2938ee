import type {
  AppendOutcome,
  DocumentBirth,
  LoadedDocument,
  NewRow,
  NewSnapshot,
  NewVersion,
  UpdateLog,
} from '../ports/update-log.ts';

/** One opened log, and what the tests may do to it. Faults that an adapter cannot play are left out. */
export interface UpdateLogUnderTest {
  readonly log: UpdateLog;
  /** Closes the log and opens what it stored. */
  reopen(): Promise<UpdateLogUnderTest>;
  /** Opens what is there after the process was killed without a word. */
  kill?(): Promise<UpdateLogUnderTest>;
  /** Opens what is there after the power was cut. */
  powerCut?(): Promise<UpdateLogUnderTest>;
  /** From now on there is (no) space for anything more. */
  setFull?(full: boolean): Promise<void>;
  /** Changes a stored byte behind the log's back. */
  damageRow?(document: string, seq: number): Promise<void>;
  damageSnapshot?(document: string, through: number): Promise<void>;
  /** Releases everything, files included. */
  dispose(): Promise<void>;
}

export const deleted = { is: 'refused', reason: 'deleted' };

export const logged = (firstSeq: number, lastSeq: number): AppendOutcome => ({
  is: 'logged',
  firstSeq,
  lastSeq,
});

export const bytes = (text: string): Uint8Array => new Uint8Array(new TextEncoder().encode(text));

export const row = (text: string, author = 'server', claims: readonly number[] = []): NewRow => ({
  update: bytes(text),
  author,
  claims,
});

/** Larger than any free space that a store may have left within its last page. */
export const largeRow = (): NewRow => ({ ...row(''), update: new Uint8Array(200_000).fill(1) });

export const birth = (first: NewRow): DocumentBirth => ({
  incarnation: 'life-1',
  schemaVersion: 3,
  first,
  at: 1000,
});

export const snapshot = (through: number, text: string): NewSnapshot => ({
  incarnation: 'life-1',
  at: 3000,
  through,
  state: bytes(text),
  contentHash: `hash of ${text}`,
});

export const version = (text: string): NewVersion => ({
  incarnation: 'life-1',
  at: 4000,
  cause: 'phase',
  authors: ['ada', 'bob'],
  through: 1,
  state: bytes(text),
  contentHash: `hash of ${text}`,
});

export async function append(
  log: UpdateLog,
  document: string,
  ...rows: readonly NewRow[]
): Promise<AppendOutcome | undefined> {
  const [outcome] = await log.append([{ document, incarnation: 'life-1', rows }], 2000);
  return outcome;
}

export async function loaded(log: UpdateLog, document: string): Promise<LoadedDocument> {
  const { is, ...found } = await log.load(document);
  if (is !== 'loaded' || !('rows' in found)) throw new Error(`${document} is ${is}`);
  return found;
}

export const texts = ({ rows }: LoadedDocument): string[] =>
  rows.map(({ update }) => new TextDecoder().decode(update));
