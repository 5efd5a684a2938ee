export * from './corrected-input.ts';
export * from './example-input.ts';
