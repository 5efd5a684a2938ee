import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** One step of a traced server that matters to what its disk holds, or to what it told somebody. */
export type TraceEvent =
  | { readonly is: 'write'; readonly path: string; readonly at: number; readonly bytes: Buffer }
  | { readonly is: 'truncate'; readonly path: string; readonly size: number }
  | { readonly is: 'sync-begins'; readonly path: string; readonly call: number }
  | {
      readonly is: 'sync-ends';
      readonly path: string;
      readonly call: number;
      readonly succeeded: boolean;
    }
  /** Bytes that left over the connection whose other end has that port. */
  | { readonly is: 'sent'; readonly port: number; readonly bytes: Buffer };

/** Of longer strings strace shows the beginning only; nothing that a suite writes is as long. */
const longest = 1_000_000;
const calls =
  'openat,pwrite64,pwritev,write,writev,sendto,sendmsg,ftruncate,fallocate,fsync,fdatasync,rename';

/** The beginning of a command line that traces what follows it into a file, the server's process staying ours. */
export function traced(file: string, ...more: readonly string[]): readonly string[] {
  const form = '-D -f -q -yy -xx --seccomp-bpf'.split(' ');
  return ['strace', ...form, '-s', String(longest), '-o', file, '-e', `trace=${calls}`, ...more];
}

/** Why system calls cannot be traced here, or null when they can. */
export function tracingObstacle(): string | null {
  const tried = spawnSync('strace', ['-f', '-qq', '-e', 'trace=none', 'true'], {
    encoding: 'utf8',
  });
  if (tried.error) return 'strace is not installed';
  return tried.status === 0 ? null : `strace cannot trace here: ${tried.stderr.trim()}`;
}

/** Reads a trace: the steps of all threads, in the order in which the kernel reported them. */
export function readTrace(file: string): readonly TraceEvent[] {
  const events: TraceEvent[] = [];
  const unfinished = new Map<string, { readonly text: string; readonly call: number }>();
  let call = 0;
  for (const line of readFileSync(file, 'latin1').split('\n')) {
    const thread = /^\d+/.exec(line)?.[0];
    if (thread === undefined) continue;
    const text = line.slice(thread.length).trimStart();
    const resumed = /^<\.\.\. \w+ resumed>/.exec(text)?.[0];
    if (resumed !== undefined) {
      const begun = unfinished.get(thread);
      unfinished.delete(thread);
      if (begun) events.push(...ending(begun.text + text.slice(resumed.length), begun.call));
    } else if (text.endsWith('<unfinished ...>')) {
      const begun = text.slice(0, -'<unfinished ...>'.length);
      unfinished.set(thread, { text: begun, call: ++call });
      events.push(...beginning(begun, call));
    } else {
      events.push(...beginning(text, ++call), ...ending(text, call));
    }
  }
  return events;
}

/** What counts from when a call begins: a sync covers no more than was there, and what is sent may be read. */
function beginning(text: string, call: number): readonly TraceEvent[] {
  const { name, target } = subject(text);
  const port = /^TCP.*->.*:(\d+)\]$/.exec(target)?.[1];
  if (port !== undefined)
    return [{ is: 'sent', port: Number(port), bytes: Buffer.concat(stringsIn(text)) }];
  return /^f(?:data)?sync$/.test(name) ? [{ is: 'sync-begins', path: target, call }] : [];
}

/** What counts from when a call has returned. */
function ending(text: string, call: number): readonly TraceEvent[] {
  const { name, target: path } = subject(text);
  const result = Number(/\)\s+= (-?\d+)/.exec(text)?.[1] ?? -1);
  switch (name) {
    case 'fsync':
    case 'fdatasync':
      return [{ is: 'sync-ends', path, call, succeeded: result === 0 }];
    case 'pwrite64': {
      const at = Number(/, (\d+)\s*\)\s+=/.exec(text)?.[1]);
      const bytes = Buffer.concat(stringsIn(text)).subarray(0, Math.max(result, 0));
      return bytes.length > 0 ? [{ is: 'write', path, at, bytes }] : [];
    }
    case 'ftruncate':
      return result === 0
        ? [{ is: 'truncate', path, size: Number(/, (\d+)\s*\)\s+=/.exec(text)?.[1]) }]
        : [];
    case 'pwritev':
    case 'fallocate':
    case 'rename':
      // None is expected while a server runs; what is not understood must not be passed over.
      throw new Error(`the trace has ${name} of ${path}, which no image can be built from`);
    default:
      return [];
  }
}

/** A call's name, and the file or connection that it is about. */
function subject(text: string): { readonly name: string; readonly target: string } {
  const [, name = '', connection, file = ''] =
    /^(\w+)\((?:\d+<(?:(TCP\w*:\[[^\]]*\])|([^>]*))>)?/.exec(text) ?? [];
  return { name, target: connection ?? plain(file).toString() };
}

/** The bytes of the quoted strings in a call, which are all in hexadecimal. */
function stringsIn(text: string): readonly Buffer[] {
  if (text.includes('"...')) throw new Error('the trace has a string that was cut off');
  return [...text.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map(([, hex = '']) => plain(hex));
}

function plain(hex: string): Buffer {
  return Buffer.from(hex.replaceAll('\\x', ''), 'hex');
}
