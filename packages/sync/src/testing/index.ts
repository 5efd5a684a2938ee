export { describeUpdateLog } from './describe-update-log.ts';
export type { UpdateLogUnderTest } from './log-samples.ts';
