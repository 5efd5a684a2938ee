import type { RefusalReason } from '@reportback/sync/wire';
import { describe, expect, it } from 'vitest';
import {
  afterEvent,
  leftUnsaved,
  nothingUnsaved,
  type SaveEvent,
  type SaveLedger,
  saveStatus,
  unsavedOf,
} from './save-status.ts';

/** Runs events from a ledger; a change made in them is at the time of its index. */
function after(events: readonly SaveEvent[], from: SaveLedger = nothingUnsaved): SaveLedger {
  return events.reduce(afterEvent, from);
}
const changed = (at = 0, ...lines: string[]): SaveEvent => ({ is: 'changed', at, lines });
const opened: SaveEvent = { is: 'opened' };
const closed: SaveEvent = { is: 'closed' };
const overdue: SaveEvent = { is: 'overdue' };
const sentState = (frame: number): SaveEvent => ({ is: 'sent-state', frame });
const sentChange = (frame: number): SaveEvent => ({ is: 'sent-change', frame });
const acknowledged = (frame: number): SaveEvent => ({ is: 'acknowledged', frame });
const refused = (frame: number, reason: RefusalReason = 'locked'): SaveEvent => ({
  is: 'refused',
  frame,
  reason,
});
const lamp = (events: readonly SaveEvent[], from?: SaveLedger) => saveStatus(after(events, from));

describe('the lamp', () => {
  it('says saved while nothing was changed here, with a connection or without', () => {
    expect(lamp([])).toEqual({ is: 'saved' });
    expect(lamp([opened, sentState(1)])).toEqual({ is: 'saved' });
  });

  it('says saving from the first change until the frame that carries it is acknowledged', () => {
    const sent = [opened, sentState(1), changed(7, 'a'), sentChange(2)];
    expect(lamp(sent)).toEqual({ is: 'saving', since: 7, lines: 1 });
    expect(lamp([...sent, acknowledged(1)])).toEqual({ is: 'saving', since: 7, lines: 1 });
    expect(lamp([...sent, acknowledged(2)])).toEqual({ is: 'saved' });
  });

  it('takes an acknowledgement for the frames before it too, and not for those after it', () => {
    const three = [
      opened,
      sentState(1),
      changed(1),
      sentChange(2),
      changed(2),
      sentChange(3),
      changed(3),
      sentChange(4),
    ];
    expect(lamp([...three, acknowledged(3)]).is).toBe('saving');
    expect(lamp([...three, acknowledged(4)]).is).toBe('saved');
  });

  it('is not misled by an update that was acknowledged before the server was told what it lacks', () => {
    const events = [changed(1), opened, changed(2), sentChange(1), acknowledged(1)];
    expect(lamp(events).is).toBe('saving');
    expect(lamp([...events, sentState(2), acknowledged(2)]).is).toBe('saved');
  });

  it('says only on this device when the connection goes, however much was sent on it', () => {
    const events = [opened, sentState(1), changed(5, 'a', 'b'), sentChange(2), closed];
    expect(lamp(events)).toEqual({ is: 'only-here', because: null, since: 5, lines: 2 });
    expect(lamp([...events, acknowledged(2)]).is).toBe('only-here');
  });

  it('does not take a frame of an earlier connection for one of this', () => {
    const again = [opened, sentState(1), changed(5), sentChange(2), closed, opened];
    expect(lamp([...again, acknowledged(2)]).is).toBe('saving');
    expect(lamp([...again, sentState(1), acknowledged(1)]).is).toBe('saved');
  });

  it('says only on this device when a live connection has not answered for a while', () => {
    const events = [opened, sentState(1), changed(5), sentChange(2), overdue];
    expect(lamp(events).is).toBe('only-here');
    expect(lamp([...events, acknowledged(1)]).is).toBe('only-here');
    expect(lamp([...events, changed(6), sentChange(3), acknowledged(2)]).is).toBe('saving');
    expect(lamp([opened, sentState(1), overdue, changed(9), sentChange(2)]).is).toBe('saving');
  });

  it('says not accepted, with the reason, and stays so through a new connection', () => {
    const events = [opened, sentState(1), changed(5, 'a'), sentChange(2), refused(2)];
    const no = { is: 'refused', because: 'locked', since: 5, lines: 1 };
    expect(lamp(events)).toEqual(no);
    expect(lamp([...events, closed])).toEqual(no);
    expect(lamp([...events, closed, opened, sentState(1)])).toEqual(no);
    expect(lamp([...events, closed, opened, sentState(1), acknowledged(1)]).is).toBe('saved');
  });

  it('does not count updates that came after a refused one', () => {
    const events = [
      opened,
      sentState(1),
      changed(1),
      sentChange(2),
      changed(2),
      sentChange(3),
      refused(2),
    ];
    expect(lamp([...events, acknowledged(3)]).is).toBe('refused');
    expect(lamp([...events, changed(3), sentChange(4), acknowledged(4)]).is).toBe('refused');
    expect(lamp([...events, sentState(4), acknowledged(4)]).is).toBe('saved');
  });

  it('counts a sync step 2 that was under way when a refusal came', () => {
    const events = [opened, changed(1), sentChange(1), sentState(2), refused(1)];
    expect(lamp([...events, acknowledged(2)]).is).toBe('saved');
    expect(lamp([...events, changed(2), sentChange(3), acknowledged(3)]).is).toBe('saved');
  });

  it('names the first reason, not that later frames came out of step', () => {
    const events = [opened, sentState(1), changed(1), sentChange(2), changed(2), sentChange(3)];
    const no = lamp([...events, refused(2), refused(3, 'out-of-step')]);
    expect(no).toMatchObject({ is: 'refused', because: 'locked' });
  });

  it('does not call refused what passes by itself', () => {
    const full = lamp([
      opened,
      sentState(1),
      changed(1),
      sentChange(2),
      refused(2, 'storage-full'),
    ]);
    expect(full).toMatchObject({ is: 'only-here', because: 'storage-full' });
  });

  it('says not accepted on a connection that is for reading, until one for writing took it', () => {
    const events: SaveEvent[] = [changed(5, 'a'), opened, { is: 'barred', reason: 'locked' }];
    expect(lamp(events)).toMatchObject({ is: 'refused', because: 'locked' });
    expect(lamp([...events, closed, opened, sentState(1), acknowledged(1)]).is).toBe('saved');
    expect(lamp([opened, { is: 'barred', reason: 'read-only' }]).is).toBe('saved');
  });

  it('begins with what an earlier visit left', () => {
    const left = unsavedOf(after([changed(5, 'a'), changed(6, 'b')]));
    expect(left).toEqual({ since: 5, lines: ['a', 'b'], refusal: null });
    if (left === null) throw new Error('nothing was left');
    const next = leftUnsaved(left);
    expect(saveStatus(next)).toEqual({ is: 'only-here', because: null, since: 5, lines: 2 });
    expect(lamp([opened, sentState(1), acknowledged(1)], next)).toEqual({ is: 'saved' });
    expect(lamp([changed(9, 'b', 'c')], next)).toEqual({
      is: 'only-here',
      because: null,
      since: 5,
      lines: 3,
    });
  });

  it('leaves nothing behind once everything is saved', () => {
    expect(
      unsavedOf(after([opened, sentState(1), changed(5, 'a'), sentChange(2), acknowledged(2)])),
    ).toBe(null);
  });
});

describe('against a server that keeps what it acknowledges', () => {
  /** A linear congruential generator: enough chance for a test, and repeatable. */
  function chance(seed: number): (below: number) => number {
    let state = seed;
    return (below) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
  }

  interface SentFrame {
    readonly number: number;
    readonly holds: readonly number[];
    readonly isState: boolean;
  }

  /**
   * The server's side of one device, kept apart from the ledger: which changes are on the disk.
   * An update may stand on its own and be acknowledged while earlier changes are missing: after a reload
   * a device writes under a new client id.
   */
  class Model {
    ledger = nothingUnsaved;
    made = 0;
    readonly disk = new Set<number>();
    private up = false;
    private barred = false;
    private next = 1;
    private wire: SentFrame[] = [];

    private tell(event: SaveEvent): void {
      this.ledger = afterEvent(this.ledger, event);
    }
    private missing(): number[] {
      return Array.from({ length: this.made }, (_, index) => index + 1).filter(
        (change) => !this.disk.has(change),
      );
    }
    change(): void {
      this.made++;
      this.tell(changed(this.made, `line ${this.made % 5}`));
      if (!this.up) return;
      this.wire.push({ number: this.next, holds: [this.made], isState: false });
      this.tell(sentChange(this.next++));
    }
    open(): void {
      if (this.up) return;
      this.up = true;
      this.barred = false;
      this.next = 1;
      this.wire = [];
      this.tell(opened);
    }
    sync(): void {
      if (!this.up) return;
      this.wire.push({ number: this.next, holds: this.missing(), isState: true });
      this.tell(sentState(this.next++));
    }
    close(): void {
      if (!this.up) return;
      this.up = false;
      this.tell(closed);
    }
    /** The server takes the oldest frame under way, or refuses it. */
    take(refuse: boolean): void {
      const frame = this.wire[0];
      if (!this.up || frame === undefined) return;
      if (frame.isState) this.barred = false;
      this.wire.shift();
      if (refuse || this.barred) {
        this.barred = true;
        this.tell(refused(frame.number));
        return;
      }
      for (const change of frame.holds) this.disk.add(change);
      this.tell(acknowledged(frame.number));
    }
    isHonest(): boolean {
      return saveStatus(this.ledger).is !== 'saved' || this.missing().length === 0;
    }
    settle(): void {
      this.close();
      this.open();
      this.sync();
      while (this.wire.length > 0) this.take(false);
    }
  }

  it('never says saved while a change is not on the disk, and says it in the end', () => {
    for (let seed = 1; seed <= 2_000; seed++) {
      const below = chance(seed);
      const model = new Model();
      for (let step = 0; step < 60; step++) {
        const dice = below(100);
        if (dice < 40) model.change();
        else if (dice < 50) model.open();
        else if (dice < 60) model.sync();
        else if (dice < 66) model.close();
        else if (dice < 70) model.take(true);
        else model.take(false);
        if (!model.isHonest()) throw new Error(`said saved too early: seed ${seed}, step ${step}`);
      }
      model.settle();
      if (saveStatus(model.ledger).is !== 'saved')
        throw new Error(`never said saved: seed ${seed}`);
    }
  });
});
