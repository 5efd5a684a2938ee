import { readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second, whatever its own clock (USER_HZ, proc(5)). */
const ticksPerSecond = 100;

/** What a process has used of the processor so far with all its threads, in seconds (Linux: /proc/PID/stat). */
export function processorSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

/** What a process holds in memory, in bytes (Linux: /proc/PID/status). */
export function residentBytes(pid: number): number {
  return statusBytes(pid, 'VmRSS');
}

/** The most that a process has held in memory so far, in bytes. */
export function peakBytes(pid: number): number {
  return statusBytes(pid, 'VmHWM');
}

/** What the processes that a process began, and those that they began, hold in memory now, in bytes (Linux). */
export function residentBytesBelow(pid: number): number {
  return childrenOf(pid).reduce((sum, child) => {
    // One that has ended and was not waited for yet has none.
    return sum + (residentBytes(child) || 0) + residentBytesBelow(child);
  }, 0);
}

function childrenOf(pid: number): readonly number[] {
  const listed = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return listed.split(' ').filter(Boolean).map(Number);
}

function statusBytes(pid: number, field: string): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(status)?.[1]) * 1024;
}

/**
 * For how long a process's main thread was ready to run and no processor was free, in seconds (Linux:
 * /proc/PID/schedstat). What other programs take from the measurement shows here.
 */
export function waitedSeconds(pid: number): number {
  const [, nanoseconds] = readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ');
  return Number(nanoseconds) / 1e9;
}
