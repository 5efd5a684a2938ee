import { MemoryUpdateLog } from './memory-update-log.ts';
import { describeUpdateLog, type UpdateLogUnderTest } from './testing/index.ts';

const underTest = (log: MemoryUpdateLog): UpdateLogUnderTest => ({
  log,
  reopen: async () => underTest(log.killed()),
  kill: async () => underTest(log.killed()),
  powerCut: async () => underTest(log.powerCut()),
  setFull: async (full) => log.setFull(full),
  dispose: () => log.close(),
});

describeUpdateLog('memory', async () => underTest(new MemoryUpdateLog()));
