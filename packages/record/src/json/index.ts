export { canonicalJson } from './canonical-json.ts';
export { recordHash, toJson } from './json.ts';
export * from './read-record.ts';
export { readRecordFile, readRecordImages } from './read-record-file.ts';
export { inputOf } from './record-input.ts';
export { recordSchemaName } from './record-schema.ts';
