export { backUp, verifyFolder } from './backup.ts';
export {
  openCommandStorage,
  openServerStorage,
  type ServerStorageOptions,
  type Storage,
  type StorageOptions,
} from './open-storage.ts';
export { problemOfDamage } from './opening-problem.ts';
export { type Restored, type RestoreOptions, restore } from './restore.ts';
export { StorageFailure, StorageProblem, type StorageProblemKind } from './storage-problem.ts';
export type { HashOfState, Verification } from './verify.ts';
