import { readFileSync } from 'node:fs';
import { LoadClient } from '../language/load-client.ts';
import { ReportbackServer } from '../language/reportback-server.ts';
import type { Door } from '../language/rooms-server-process.ts';
import { Findings, type SuiteResult, type SuiteSize } from '../language/suite.ts';
import { TableDoors } from '../language/table-doors.ts';

/** The server admits so many connections of one seat. */
const devicesPerSeat = 16;
const tables = 40;
/** The numbers to reach: seconds, and bytes. */
const slowestReturn = 15;
const mostMemory = 150 * 1024 * 1024;

/** So many connections, spread over the tables of one workshop. */
async function gather(
  doors: TableDoors,
  count: number,
): Promise<readonly (readonly [LoadClient, Door])[]> {
  const gathered: (readonly [LoadClient, Door])[] = [];
  for (let n = 0; n < count; n++) {
    const table = n % tables;
    const seat = Math.floor(n / tables / devicesPerSeat);
    gathered.push([new LoadClient(`c${n}`), await doors.at(table, `Seat ${seat}`)]);
  }
  return gathered;
}

/** Kills the whole server under so many connections and lets all come back at once. */
export async function reconnectSuite(
  suite: string,
  { runs, seed }: SuiteSize,
): Promise<SuiteResult> {
  const findings = new Findings();
  const server = await ReportbackServer.start();
  try {
    const clients = await gather(await TableDoors.make(server, tables), runs);
    await Promise.all(clients.map(([client, door]) => client.connect(door)));
    for (const [client] of clients.slice(0, tables)) client.type();
    await Promise.all(
      clients.slice(0, tables).map(([client]) => client.until(() => client.isSaved)),
    );
    await server.killAndRestart();
    findings.faults = 1;
    const started = performance.now();
    const times = await Promise.all(
      clients.map(async ([client, door]) => {
        await client.connect(door);
        if (!client.isSynced)
          findings.lose(1, `${client.name} was sent away: ${client.closedWith}`);
        return (performance.now() - started) / 1000;
      }),
    );
    times.sort((a, b) => a - b);
    const p95 = times[Math.floor(times.length * 0.95)] ?? Number.NaN;
    if (p95 > slowestReturn) findings.lose(1, `95 of 100 were back after ${p95.toFixed(1)} s`);
    const words = clients
      .slice(0, tables)
      .filter(([client]) => client.written !== client.saved.size);
    if (words.length > 0) findings.lose(words.length, 'words were not saved');
    for (const [client] of clients) client.cut();
    return findings.result(suite, `${runs} clients`, seed, `p95 ${p95.toFixed(1)} s until synced`);
  } finally {
    await server.stop();
  }
}

/** A fifth of all connections stop reading while everybody is written to. */
export async function stalledSuite(suite: string, { runs, seed }: SuiteSize): Promise<SuiteResult> {
  const findings = new Findings();
  const server = await ReportbackServer.start();
  try {
    const clients = await gather(await TableDoors.make(server, tables), runs);
    await Promise.all(clients.map(([client, door]) => client.connect(door)));
    const before = memoryOf(server);
    const writers = clients.slice(0, tables).map(([client]) => client);
    const stalled = clients.filter((_, n) => n >= tables && n % 5 === 0).map(([client]) => client);
    const others = clients.map(([client]) => client).filter((client) => !stalled.includes(client));
    for (const client of stalled) client.stall();
    findings.faults = stalled.length;
    let most = before;
    for (let round = 0; round < 150; round++) {
      for (const client of writers) client.type(2_000);
      await Promise.all(writers.map((client) => client.until(() => client.isSaved)));
      most = Math.max(most, memoryOf(server));
    }
    for (const client of others) {
      await client.askHash();
      if (!client.isConnected)
        findings.lose(1, `${client.name} was sent away: ${client.closedWith}`);
    }
    const grown = most - before;
    if (grown > mostMemory)
      findings.lose(1, `the server grew by ${(grown / 2 ** 20).toFixed(0)} MB`);
    for (const [client] of clients) client.cut();
    const measured = `${stalled.length} stalled, the server grew by ${(grown / 2 ** 20).toFixed(0)} MB`;
    return findings.result(suite, `${runs} clients`, seed, measured);
  } finally {
    await server.stop();
  }
}

/** Resident memory of the server's process, in bytes, as Linux tells it. */
function memoryOf({ pid }: ReportbackServer): number {
  const status = readFileSync(`/proc/${pid}/status`, 'latin1');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) * 1024;
}
