import { type ContenderName, contenders } from './contender.ts';
import type { Extent, Figures, Medians, Scenario } from './scenario.ts';

/** Figures by server; one entry a round, in the order of the rounds. */
export type Rounds = ReadonlyMap<ContenderName, readonly Figures[]>;

/** How often a run that did not count is tried again. */
const tries = 2;

/** How long a run may take, in milliseconds: a process that waits in vain is not waited for. */
const atMost = 5 * 60_000;

/**
 * Measures every server once, then every server again, so that what else the machine does falls on all of
 * them alike.
 * @param say progress, for people
 */
export async function measureInRounds(
  scenario: Scenario,
  extent: Extent,
  say: (line: string) => void,
): Promise<Rounds> {
  const found = new Map<ContenderName, Figures[]>(scenario.takesPart.map((name) => [name, []]));
  const rounds = extent.quick ? 1 : scenario.rounds;
  for (let round = 1; round <= rounds; round++) {
    for (const name of scenario.takesPart) {
      const figures = await measureOnce(scenario, name, extent, say);
      found.get(name)?.push(figures);
      const told = Object.entries(figures).map(
        ([what, value]) => `${what} ${value.toPrecision(3)}`,
      );
      say(`  ${round}/${rounds} ${name}: ${told.join(', ')}`);
    }
  }
  return found;
}

async function measureOnce(
  scenario: Scenario,
  name: ContenderName,
  extent: Extent,
  say: (line: string) => void,
): Promise<Figures> {
  for (let left = tries; ; left--) {
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(
      () => late.reject(new Error(`it took more than ${atMost / 60_000} minutes`)),
      atMost,
    );
    try {
      return await Promise.race([scenario.run(contenders[name].start, extent), late.promise]);
    } catch (error) {
      if (left === 0) throw error;
      const because = error instanceof Error ? error.message : String(error);
      say(`  ${name}: this run does not count, because ${because}`);
    } finally {
      clearTimeout(timer);
    }
  }
}

/** The middle of each server's rounds, and of the ratios within each round. */
export function mediansOf(rounds: Rounds): Medians {
  const of = (contender: ContenderName, figure: string): readonly number[] =>
    (rounds.get(contender) ?? []).map((figures) => figures[figure] ?? Number.NaN);
  return {
    of: (contender, figure) => median(of(contender, figure)),
    ratio(other, figure) {
      const others = of(other, figure);
      return median(
        of('reportback', figure).map((own, round) => own / (others[round] ?? Number.NaN)),
      );
    },
  };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const low = sorted[Math.ceil(middle) - 1] ?? Number.NaN;
  const high = sorted[Math.floor(middle)] ?? Number.NaN;
  return (low + high) / 2;
}
