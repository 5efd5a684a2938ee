/** Where a session stands. Each session has its own phase. */
export const phases = ['gathering', 'discuss', 'distil', 'report-back', 'amend', 'frozen'] as const;
export type Phase = (typeof phases)[number];

/** The phases in which the whole room is together, and people are as much there away from their table's page. */
export const plenaryPhases: readonly Phase[] = ['report-back', 'amend', 'frozen'];

/** A session that went from one phase to another. */
export interface PhaseMove {
  readonly from: Phase;
  readonly to: Phase;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What a facilitator may say to a session. */
export type PhaseCommand = 'next' | 'back' | 'freeze' | 'reopen';

/**
 * The whole machine: what each command makes of each phase. A command that has no meaning in a phase
 * leaves it as it is. Only `freeze`, which a person gives, leads to `frozen`; only `reopen` out of it.
 */
export const phaseAfter: Readonly<Record<Phase, Readonly<Record<PhaseCommand, Phase>>>> = {
  gathering: { next: 'discuss', back: 'gathering', freeze: 'frozen', reopen: 'gathering' },
  discuss: { next: 'distil', back: 'gathering', freeze: 'frozen', reopen: 'discuss' },
  distil: { next: 'report-back', back: 'discuss', freeze: 'frozen', reopen: 'distil' },
  'report-back': { next: 'amend', back: 'distil', freeze: 'frozen', reopen: 'report-back' },
  amend: { next: 'amend', back: 'report-back', freeze: 'frozen', reopen: 'amend' },
  frozen: { next: 'frozen', back: 'frozen', freeze: 'frozen', reopen: 'amend' },
};
