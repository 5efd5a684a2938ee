import type { Contender, ContenderName } from './contender.ts';

/** One thing that was measured, in the unit of its name; NaN where a server does not do it. */
export type Figures = Readonly<Record<string, number>>;

/** The figure that tells which part of the time a server was kept waiting by what else ran on the machine. */
export const waited = 'waited';

/** How much is done: `quick` to see that everything works, not to quote. */
export interface Extent {
  readonly quick: boolean;
}

/** A row of a scenario's table. */
export interface Row {
  /** The figure's name. */
  readonly figure: string;
  readonly title: string;
  readonly digits: number;
}

/** What has to hold, as in the table of goals. */
export interface Goal {
  readonly title: string;
  readonly must: string;
  /** @param of the median of a figure; `ratio` the median of the ratios within one round */
  readonly isMet: (of: Medians) => boolean;
  /** What was found, to stand beside what must be. */
  readonly found: (of: Medians) => string;
}

export interface Medians {
  of(contender: ContenderName, figure: string): number;
  /** Reportback's figure by the other's, in the same round. */
  ratio(other: ContenderName, figure: string): number;
}

/** Something that is measured for each server in turn, in rounds. */
export interface Scenario {
  readonly title: string;
  /** A paragraph on what is done. */
  readonly says: string;
  readonly takesPart: readonly ContenderName[];
  readonly rounds: number;
  readonly rows: readonly Row[];
  readonly goals: readonly Goal[];
  /** Measures one server once. @throws when the run does not count */
  run(start: (nodeFlags?: string) => Promise<Contender>, extent: Extent): Promise<Figures>;
}
