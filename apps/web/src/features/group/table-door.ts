import type { Hold, OpenDocument, TicketOutcome } from '@reportback/client';
import { type Readable, Settable } from '@reportback/client/readable';
import type { GroupId, SessionId, TicketView } from '@reportback/domain';
import type { Answer, Refusal } from '../../app/answer.ts';
import { api } from '../../app/api.ts';
import { documents } from './documents.ts';
import { rememberDocument, rememberedDocument } from './remembered-documents.ts';

/** How far a page is with opening a table's document. */
export type DoorState =
  | { readonly is: 'opening' }
  | Refusal
  /** No answer, and this device was never at this table. */
  | { readonly is: 'silent' }
  | { readonly is: 'open'; readonly document: OpenDocument };

/**
 * The way to one table's document: asks for leave, opens it while a component looks, and lets go of it
 * afterwards. Without a network it opens what this device remembers.
 */
class TableDoor implements Readable<DoorState> {
  private readonly session: SessionId;
  private readonly group: GroupId;
  private readonly state = new Settable<DoorState>({ is: 'opening' });
  private watchers = 0;
  private hold: Hold | null = null;
  /** Counts openings, so that an answer to an earlier one is not taken for this. */
  private opening = 0;

  constructor(session: SessionId, group: GroupId) {
    this.session = session;
    this.group = group;
  }

  readonly get = (): DoorState => this.state.get();

  readonly subscribe = (changed: () => void): (() => void) => {
    const stop = this.state.subscribe(changed);
    this.watchers++;
    if (this.watchers === 1) void this.open();
    return () => {
      stop();
      this.watchers--;
      if (this.watchers === 0) this.close();
    };
  };

  /** Begins anew: after silence, a refusal, or when the document was made anew. */
  readonly open = async (): Promise<void> => {
    const opening = ++this.opening;
    const answer = await this.ask();
    if (opening !== this.opening || this.watchers === 0) return;
    if (answer.is === 'refused') {
      this.letGo();
      this.state.set(answer);
      return;
    }
    const ticket = answer.is === 'answer' ? answer.value : null;
    const name = ticket?.document ?? rememberedDocument(this.session, this.group);
    if (name === null) {
      this.state.set({ is: 'silent' });
      return;
    }
    this.letGo();
    this.hold = documents.open({
      name,
      ticket,
      askForTicket: async () => outcome(await this.ask()),
    });
    this.state.set({ is: 'open', document: this.hold.document });
  };

  private close(): void {
    this.opening++;
    this.letGo();
    this.state.set({ is: 'opening' });
  }

  private letGo(): void {
    this.hold?.release();
    this.hold = null;
  }

  private async ask(): Promise<Answer<TicketView>> {
    const answer = await api.ticket({ session: this.session, group: this.group });
    if (answer.is === 'answer') rememberDocument(this.session, this.group, answer.value.document);
    return answer;
  }
}

const doors = new Map<string, TableDoor>();

/** The way to a table's document; all who want to go there share it. */
export function doorTo(session: SessionId, group: GroupId): TableDoor {
  const key = `${session}.${group}`;
  const known = doors.get(key);
  if (known) return known;
  const made = new TableDoor(session, group);
  doors.set(key, made);
  return made;
}

function outcome(answer: Answer<TicketView>): TicketOutcome {
  switch (answer.is) {
    case 'answer':
      return { is: 'ticket', ticket: answer.value };
    case 'silent':
      return { is: 'unreachable' };
    case 'refused':
      return answer.code === 'unavailable' || answer.code === 'slow-down'
        ? { is: 'unreachable' }
        : { is: 'denied', because: { reason: 'denied', sentence: answer.problem } };
  }
}
