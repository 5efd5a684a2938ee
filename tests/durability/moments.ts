import type { Random } from '@reportback/sync/testing';
import type { Findings } from '../language/suite.ts';
import { judge, readImage } from './image.ts';
import type { Recording } from './recording.ts';
import { pickSurvival, SimulatedDisk } from './simulated-disk.ts';
import type { TraceEvent } from './system-calls.ts';
import { Told } from './told.ts';

/** Half of the moments fall anywhere, half right after something was sent, when most is promised. */
export function chooseMoments(
  events: readonly TraceEvent[],
  count: number,
  random: Random,
): readonly number[] {
  const afterSent = [...events.keys()].filter((index) => events[index - 1]?.is === 'sent');
  const anywhere = (): number => random.below(events.length + 1);
  return Array.from({ length: count }, () =>
    afterSent.length > 0 && random.chance(0.5) ? random.pick(afterSent) : anywhere(),
  ).sort((a, b) => a - b);
}

/**
 * Cuts the power at these moments of a recording, and compares what a server finds that starts on what is
 * left with what had been called saved. A fault counts where something was unsynced.
 * @param moments numbers of steps, ascending: the power fails before that step
 * @returns what was called saved in the end
 */
export async function judgeMoments(
  { events, before, crowd, key }: Recording,
  moments: readonly number[],
  random: Random,
  findings: Findings,
): Promise<ReadonlySet<string>> {
  const disk = new SimulatedDisk(before);
  const told = new Told(crowd.clients);
  const left = [...moments];
  for (let step = 0; step <= events.length; step++) {
    for (; left[0] === step; left.shift()) {
      const survival = pickSurvival(random);
      if (disk.uncertain > 0) findings.faults++;
      const words = await readImage(disk.cut(survival, random), key);
      judge(words, told.saved, `at step ${step}, ${survival} of the unsynced kept`, findings);
    }
    const event = events[step];
    if (!event) break;
    disk.take(event);
    told.take(event);
  }
  return told.saved;
}
