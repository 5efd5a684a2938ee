import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { chromiumArguments, chromiumPath } from '../../../scripts/chromium.mjs';
import { type Seated, Workshop } from '../../scenarios/workshop.ts';
import { percentile } from '../load/arrivals.ts';
import { RunDoesNotCount } from '../measure/load-process.ts';
import type { Figures, Scenario } from '../measure/scenario.ts';

const lines = 40;
/** Milliseconds between two keys: each is on the other screen before the next is pressed. */
const betweenKeys = 120;
/** How long a page may take, in milliseconds. */
const patience = 120_000;
/** A slow phone on a conference's Wi-Fi. */
const slow = { processor: 4, bitsPerSecond: 1.6e6, latency: 150 };

/** What people feel, in a real browser: a letter on the other screen, and the wait until they can write. */
export const browser: Scenario = {
  title: 'in the browser',
  says: `Two people in a real Chromium at one table, whose note has ${lines} lines. From a key to the frame in which the other screen shows it. Then the table's page is opened with nothing kept from before, and again with a processor ${slow.processor} times slower, ${slow.bitsPerSecond / 1e6} Mbit/s and ${slow.latency} ms of latency: until the whole note is there and can be written in.`,
  takesPart: ['reportback'],
  rounds: 3,
  rows: [
    { figure: 'key p50', title: 'key to the other screen, p50 ms', digits: 1 },
    { figure: 'key p95', title: 'the same, p95 ms', digits: 1 },
    {
      figure: 'page p50',
      title: 'key to the other page, before its next frame, p50 ms',
      digits: 1,
    },
    { figure: 'page p95', title: 'the same, p95 ms', digits: 1 },
    { figure: 'usable', title: 'table page usable, s', digits: 2 },
    { figure: 'usable slowly', title: 'the same, slowed down, s', digits: 2 },
  ],
  goals: [
    {
      title: 'key to the other screen, p50 / p95',
      must: '≤ 15 / 24 ms',
      isMet: ({ of }) => of('reportback', 'key p50') <= 15 && of('reportback', 'key p95') <= 24,
      found: ({ of }) =>
        `${of('reportback', 'key p50').toFixed(1)} / ${of('reportback', 'key p95').toFixed(1)} ms`,
    },
    {
      title: 'table page usable, slowed down',
      must: '≤ 3 s',
      isMet: ({ of }) => of('reportback', 'usable slowly') <= 3,
      found: ({ of }) => `${of('reportback', 'usable slowly').toFixed(2)} s`,
    },
  ],
  async run(_start, { quick }) {
    const chrome = await chromium.launch({
      executablePath: await chromiumPath(),
      args: chromiumArguments,
    });
    const workshop = await Workshop.open(chrome);
    try {
      const ada = await workshop.sitsDown('Ada', { table: 1 });
      await ada.note.click();
      for (let line = 1; line <= lines; line++) {
        await ada.page.keyboard.insertText(`Line ${line} of what this table said.`);
        await ada.page.keyboard.press('Enter');
      }
      await ada.seesSaved();
      const bo = await workshop.sitsDown('Bo', { table: 1 });
      await bo.note.getByText(`Line ${lines} `).waitFor();
      const keys = await typeAndWatch(ada, bo, quick ? 20 : 150);
      const context = ada.page.context();
      return {
        ...keys,
        usable: await usableAfter(chrome, context, ada.page.url()),
        'usable slowly': await usableAfter(chrome, context, ada.page.url(), slow),
      };
    } finally {
      await workshop.close();
      await chrome.close();
    }
  },
};

/** Milliseconds since 1970 at which something happened in a page, one after the other. */
type Moments = number[];
declare const watched: { keys: Moments; changes: Moments; frames: Moments };

async function typeAndWatch(writer: Seated, reader: Seated, count: number): Promise<Figures> {
  await writer.note.click();
  await writer.page.keyboard.press('ControlOrMeta+End');
  await writer.page.evaluate(() => {
    const keys: number[] = [];
    Object.assign(globalThis, { watched: { keys } });
    const note = (): void => void keys.push(performance.timeOrigin + performance.now());
    document.addEventListener('keydown', note, { capture: true });
  });
  await reader.note.evaluate((note) => {
    const changes: number[] = [];
    const frames: number[] = [];
    Object.assign(globalThis, { watched: { changes, frames } });
    // Names at carets come and go beside the text; none has this letter.
    const typed = (): number => (note.textContent ?? '').split('x').length - 1;
    const now = (): number => performance.timeOrigin + performance.now();
    let seen = typed();
    new MutationObserver(() => {
      const found = typed();
      if (found === seen) return;
      seen = found;
      changes.push(now());
      requestAnimationFrame(() => frames.push(now()));
    }).observe(note, { subtree: true, childList: true, characterData: true });
  });
  for (let key = 0; key < count; key++) {
    await writer.page.keyboard.press('x');
    await writer.page.waitForTimeout(betweenKeys * (0.75 + Math.random() / 2));
  }
  await reader.page.waitForFunction((all) => watched.frames.length >= all, count, {
    timeout: patience,
  });
  const pressed = await writer.page.evaluate(() => watched.keys);
  const { changes, frames } = await reader.page.evaluate(() => watched);
  if (changes.length !== count)
    throw new RunDoesNotCount(`${count} keys made ${changes.length} changes`);
  return { ...between(pressed, frames, 'key'), ...between(pressed, changes, 'page') };
}

function between(from: Moments, to: Moments, name: string): Figures {
  const took = to.map((moment, index) => moment - (from[index] ?? Number.NaN));
  const sorted = took.toSorted((a, b) => a - b);
  return { [`${name} p50`]: percentile(sorted, 0.5), [`${name} p95`]: percentile(sorted, 0.95) };
}

/** Seconds until the table's page can be written in, for somebody who has a seat and nothing else. */
async function usableAfter(
  chrome: Browser,
  seated: BrowserContext,
  address: string,
  slowed?: typeof slow,
): Promise<number> {
  const { cookies } = await seated.storageState();
  const context = await chrome.newContext({
    storageState: { cookies, origins: [] },
    viewport: { width: 1440, height: 900 },
  });
  const page = await context.newPage();
  if (slowed) await slowDown(page, slowed);
  await page.addInitScript((last) => {
    const look = (): void => {
      const note = document.querySelector('[contenteditable="true"][aria-label^="Note"]');
      if (note?.textContent?.includes(last))
        Object.assign(globalThis, { usableAt: performance.now() });
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, `Line ${lines} `);
  await page.goto(address);
  const handle = await page.waitForFunction(
    () => Reflect.get(globalThis, 'usableAt') as number,
    null,
    {
      timeout: patience,
    },
  );
  const milliseconds = await handle.jsonValue();
  await context.close();
  return milliseconds / 1000;
}

async function slowDown(page: Page, { processor, bitsPerSecond, latency }: typeof slow) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: processor });
  await devtools.send('Network.enable');
  const bytesPerSecond = bitsPerSecond / 8;
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
}
