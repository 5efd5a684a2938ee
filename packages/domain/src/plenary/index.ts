export * from './plenary.ts';
export * from './plenary-command.ts';
export * from './plenary-steps.ts';
export * from './voices.ts';
