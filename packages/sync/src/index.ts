export { MemoryUpdateLog } from './memory-update-log.ts';
export type * from './ports/clock.ts';
export type * from './ports/update-log.ts';
export * from './wire.ts';
