export * from './close-reason.ts';
export * from './frame.ts';
export * from './refusal.ts';
