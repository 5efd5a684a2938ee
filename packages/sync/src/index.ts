export { automaticCauses } from './automatic-cause.ts';
export type { Access, Connection, ConnectOptions } from './connection.ts';
export { contentHash } from './content-hash.ts';
export { DamagedVersion } from './damaged-version.ts';
export { type HashState, hashState } from './hash-state.ts';
export { defaultLimits, type Limits } from './limits.ts';
export { MemoryUpdateLog } from './memory-update-log.ts';
export type * from './outcomes.ts';
export type * from './ports/clock.ts';
export type * from './ports/observer.ts';
export type * from './ports/socket.ts';
export type * from './ports/update-log.ts';
export type { PresenceUser } from './presence.ts';
export { buildDoc } from './quiet-doc.ts';
export * from './room-registry.ts';
export {
  type CompactionRule,
  defaultCompaction,
  defaultHistory,
  defaultTimes,
  type HistoryRule,
  type RootTypes,
  type Times,
} from './sync-options.ts';
export { systemClock } from './system-clock.ts';
export * from './wire.ts';
