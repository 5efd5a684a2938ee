export type * from './ports/clock.ts';
export type * from './ports/update-log.ts';
