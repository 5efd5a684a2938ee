export * from './export-beside.ts';
export * from './export-record.ts';
