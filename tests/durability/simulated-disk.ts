import type { Random } from '@reportback/sync/testing';
import type { TraceEvent } from './system-calls.ts';

type Step = Extract<TraceEvent, { is: 'write' | 'truncate' }>;

interface SimulatedFile {
  /** What the disk surely holds. */
  durable: Buffer;
  /** What was written since, in order: the disk may hold any part of it. */
  pending: Step[];
  /** By sync call: how many of the pending steps it covers. */
  readonly syncs: Map<number, number>;
}

/** What of the unsynced steps a power cut lets through. */
const survivals = ['nothing', 'everything', 'a beginning', 'some', 'torn'] as const;
export type Survival = (typeof survivals)[number];

/** The unit in which drives write: a write may be cut between two of them. */
const sector = 512;

/**
 * What may be on a disk at each moment of a trace. A step is certain once a sync of its file that began
 * after it has succeeded; until then, any part may be there, in any order. What a failed sync was to
 * cover is lost for good, as on Linux, which then holds the pages for clean.
 */
export class SimulatedDisk {
  readonly #files: ReadonlyMap<string, SimulatedFile>;

  /** @param files what the disk holds at first, by the paths in the trace */
  constructor(files: ReadonlyMap<string, Buffer>) {
    this.#files = new Map(
      [...files].map(([path, durable]) => [path, { durable, pending: [], syncs: new Map() }]),
    );
  }

  /** Takes the next step of the trace. Other files than those of the beginning are passed over. */
  take(event: TraceEvent): void {
    if (event.is === 'sent') return;
    const file = this.#files.get(event.path);
    if (!file) return;
    switch (event.is) {
      case 'write':
      case 'truncate':
        file.pending.push(event);
        return;
      case 'sync-begins':
        file.syncs.set(event.call, file.pending.length);
        return;
      case 'sync-ends': {
        const covered = file.syncs.get(event.call) ?? 0;
        file.syncs.delete(event.call);
        const steps = file.pending.splice(0, covered);
        // Syncs that run at the same time count from the new beginning.
        for (const [call, count] of file.syncs) file.syncs.set(call, Math.max(0, count - covered));
        if (event.succeeded) file.durable = apply(file.durable, steps);
        return;
      }
    }
  }

  /** What the next start would find if the power failed now. */
  cut(survival: Survival, random: Random): ReadonlyMap<string, Buffer> {
    return new Map(
      [...this.#files].map(([path, { durable, pending }]) => [
        path,
        apply(durable, surviving(pending, survival, random)),
      ]),
    );
  }

  /** How many steps are uncertain at this moment. */
  get uncertain(): number {
    return [...this.#files.values()].reduce((sum, { pending }) => sum + pending.length, 0);
  }
}

export function pickSurvival(random: Random): Survival {
  return random.pick(survivals);
}

function surviving(steps: readonly Step[], survival: Survival, random: Random): readonly Step[] {
  const part = random.pick([0.1, 0.5, 0.9]);
  switch (survival) {
    case 'nothing':
      return [];
    case 'everything':
      return steps;
    case 'a beginning':
      return steps.slice(0, random.below(steps.length + 1));
    case 'some':
      return steps.filter(() => random.chance(part));
    case 'torn':
      return steps
        .flatMap((step) => (step.is === 'write' ? sectorsOf(step) : [step]))
        .filter(() => random.chance(part));
  }
}

function sectorsOf(step: Extract<Step, { is: 'write' }>): readonly Step[] {
  const { bytes, at } = step;
  const parts: Step[] = [];
  for (let from = 0; from < bytes.length; ) {
    const to = Math.min(bytes.length, from + sector - ((at + from) % sector));
    parts.push({ ...step, at: at + from, bytes: bytes.subarray(from, to) });
    from = to;
  }
  return parts;
}

function apply(before: Buffer, steps: readonly Step[]): Buffer {
  if (steps.length === 0) return before;
  const end = steps.reduce(
    (most, step) => Math.max(most, step.is === 'write' ? step.at + step.bytes.length : step.size),
    before.length,
  );
  const content = Buffer.alloc(end);
  before.copy(content);
  let size = before.length;
  for (const step of steps) {
    if (step.is === 'write') {
      step.bytes.copy(content, step.at);
      size = Math.max(size, step.at + step.bytes.length);
    } else {
      if (step.size < size) content.fill(0, step.size, size);
      size = step.size;
    }
  }
  return content.subarray(0, size);
}
