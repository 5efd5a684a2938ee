export {
  openCommandStorage,
  openServerStorage,
  type ServerStorageOptions,
  type Storage,
  type StorageOptions,
} from './open-storage.ts';
export { StorageFailure, StorageProblem, type StorageProblemKind } from './storage-problem.ts';
