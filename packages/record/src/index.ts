export * from './attribute.ts';
export * from './build-record.ts';
export * from './completeness.ts';
export * from './file-name.ts';
export { toMarkdown } from './markdown/markdown.ts';
export * from './record.ts';
export { type Edition, undated } from './report/compose.ts';
export * from './scope.ts';
export * from './voices.ts';
