import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { openLocalStore, storedDocument } from './local-store.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const unsaved = { since: 7, lines: ['1:0'], refusal: null };

type Visit = Awaited<ReturnType<typeof visit>>;

/** What a browser does to a transaction for which there is no space. The answer to the request never comes. */
function abort(this: IDBObjectStore): IDBRequest<IDBValidKey> {
  this.transaction.abort();
  return Object.create(null);
}

/** One visit of a browser to the document `table`. */
async function visit(name: string) {
  const doc = new Y.Doc();
  const store = await openLocalStore('table', doc, name);
  const said: string[] = [];
  store.keeping.subscribe(() => said.push(store.keeping.get()));
  return { doc, store, said, text: doc.getText('note') };
}

describe('the store on this device', () => {
  it('gives the text back to the next visit', async () => {
    const first = await visit('a');
    first.text.insert(0, 'More trees');
    await first.store.close();
    const second = await visit('b');
    expect(second.text.toString()).toBe('More trees');
    expect(second.store.left).toBe(null);
    expect(second.store.keeping.get()).toBe('kept');
  });

  it('tells the next visit what no server had acknowledged', async () => {
    const first = await visit('a');
    first.store.note(unsaved);
    first.text.insert(0, 'More trees');
    await first.store.close();
    expect((await visit('b')).store.left).toEqual(unsaved);
  });

  it('says nothing is left once everything was saved', async () => {
    const first = await visit('a');
    first.store.note(unsaved);
    first.text.insert(0, 'More trees');
    first.store.note(null);
    await first.store.close();
    expect((await visit('b')).store.left).toBe(null);
  });

  it('takes what several visits left together, and forgets it when one of them is saved', async () => {
    const first = await visit('a');
    first.store.note(unsaved);
    await first.store.close();
    const second = await visit('b');
    second.store.note({ since: 9, lines: ['1:0', '2:4'], refusal: 'locked' });
    await second.store.close();
    const third = await visit('c');
    expect(third.store.left).toEqual({ since: 7, lines: ['1:0', '2:4'], refusal: 'locked' });
    third.store.note(null);
    await third.store.close();
    expect((await visit('d')).store.left).toBe(null);
  });

  it('leaves another tab’s note alone when that tab has written since', async () => {
    const tab = await visit('a');
    tab.store.note(unsaved);
    const other = await visit('b');
    expect(other.store.left).toEqual(unsaved);
    const later = { since: 8, lines: ['5:0'], refusal: null };
    tab.store.note(later);
    other.store.note(null);
    await other.store.close();
    expect((await visit('c')).store.left).toEqual(later);
  });

  it('gives back what it holds without opening the document, and nothing after it was cleared', async () => {
    const first = await visit('a');
    first.text.insert(0, 'More trees');
    first.store.note(unsaved);
    await first.store.close();
    const held = await storedDocument('table');
    expect(held?.getText('note').toString()).toBe('More trees');
    const second = await visit('b');
    await second.store.clear();
    const third = await visit('c');
    expect(third.text.toString()).toBe('');
    expect(third.store.left).toBe(null);
  });

  it('says that text is kept once it would survive the page, and not before', async () => {
    const { text, store, said } = await visit('a');
    text.insert(0, 'More trees. ');
    text.insert(0, 'And benches. ');
    expect(store.keeping.get()).toBe('underway');
    await vi.waitFor(() => expect(store.keeping.get()).toBe('kept'));
    expect(said).toEqual(['underway', 'kept']);
    // As after a crash: nothing is closed in order.
    expect((await storedDocument('table'))?.getText('note').toString()).toContain('And benches');
  });

  it('says so when the storage is full, be it for a change or for a note', async () => {
    for (const act of [
      ({ text }: Visit) => text.insert(0, 'too much'),
      ({ store }: Visit) => store.note(unsaved),
    ]) {
      globalThis.indexedDB = new IDBFactory();
      const opened = await visit('a');
      const full = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(abort);
      const alsoFull = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(abort);
      act(opened);
      await vi.waitFor(() => expect(opened.said.at(-1)).toBe('not-kept'));
      full.mockRestore();
      alsoFull.mockRestore();
      expect(opened.store.keeping.get()).toBe('not-kept');
      // What comes after it would build on what is not there.
      opened.text.insert(0, 'and more ');
      expect((await storedDocument('table'))?.getText('note').toString()).toBe('');
    }
  });

  it('says so when another tab forgets the document, and writing goes on', async () => {
    const here = await visit('a');
    here.text.insert(0, 'More trees');
    const other = await visit('b');
    await other.store.clear();
    await vi.waitFor(() => expect(here.said.at(-1)).toBe('not-kept'));
    here.text.insert(0, 'Still here. ');
    here.store.note(unsaved);
    expect(here.store.keeping.get()).toBe('not-kept');
    expect((await visit('c')).text.toString()).toBe('');
  });

  it('says so when the browser closes it without a word, and writing goes on', async () => {
    const { text, store, said } = await visit('a');
    const closed = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
      throw new DOMException('The database is closed.', 'InvalidStateError');
    });
    text.insert(0, 'Still here.');
    closed.mockRestore();
    expect(said).toEqual(['not-kept']);
    expect(store.keeping.get()).toBe('not-kept');
  });

  it('says so when storage is withdrawn', async () => {
    const { doc, store, said } = await visit('a');
    await store.close();
    store.note(unsaved);
    doc.destroy();
    expect(said).toEqual(['not-kept']);
    expect(store.keeping.get()).toBe('not-kept');
  });
});

it('works without storage, and says that nothing is kept', async () => {
  Reflect.deleteProperty(globalThis, 'indexedDB');
  const { store } = await visit('a');
  expect(store.keeping.get()).toBe('not-kept');
  expect(store.left).toBe(null);
});
