// What reads group documents, without the editor: for the server, which projects every live document.
export * from './group-document.ts';
export * from './note-content.ts';
export { equalCards, projectCard } from './project-card.ts';
export { projectNote } from './project-note.ts';
export * from './schema-version.ts';
