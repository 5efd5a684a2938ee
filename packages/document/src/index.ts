export * from './attribution.ts';
export { blockAt, blockIdOf, blockWithId, linkBlock } from './block-link.ts';
export {
  addPoint,
  addPointFromBlock,
  movePoint,
  type NewPoint,
  removePoint,
  setPointSource,
  setReady,
  setReporter,
  setScribe,
} from './card-edits.ts';
export * from './editor-check.ts';
export * from './image-node.ts';
export * from './note-schema.ts';
export * from './origin.ts';
export * from './project.ts';
export * from './restore.ts';
