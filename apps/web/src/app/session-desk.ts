import { type Readable, Settable } from '@reportback/client/readable';
import {
  type AskedCommand,
  type ClockCommand,
  type CommandId,
  type FeedPlenary,
  type GroupId,
  type PhaseMove,
  type Plenary,
  type PlenaryCommand,
  parseCommandId,
  plenaryAfter,
  type UndoPart,
} from '@reportback/domain';
import type { Answer } from './answer.ts';
import { api, type SessionPlace } from './api.ts';
import { insist } from './insist.ts';
import { freshId } from './new-ids.ts';

/** What a request will have done, as far as the page can know. */
export interface Foreseen {
  readonly command: PlenaryCommand;
  /** Milliseconds since 1970, the server's. */
  readonly at: number;
}

/** A command that the page shows the effect of before everybody is told it. */
interface Pending extends Foreseen {
  readonly id: CommandId;
  /** The number of the step it made; null while the server has not answered. */
  readonly step: number | null;
}

/** What the feed tells of a session's plenary, and up to which step. */
export type ToldPlenary = Pick<FeedPlenary, 'plenary' | 'step'>;

export interface DeskState {
  readonly pending: readonly Pending[];
  /** Why the last command had no effect, as a sentence to show; null when it had one. */
  readonly problem: string | null;
  /** What a screen reader is told next. */
  readonly said: string;
}

/**
 * What somebody who leads a session asks of it, one after the other and each once: a call that was not
 * answered is sent again under the same id. Its effect shows at once and gives way to what the feed tells.
 */
export class SessionDesk implements Readable<DeskState> {
  readonly #place: SessionPlace;
  readonly #state = new Settable<DeskState>({ pending: [], problem: null, said: '' });
  #queue: Promise<unknown> = Promise.resolve();

  constructor(place: SessionPlace) {
    this.#place = place;
  }

  readonly get = (): DeskState => this.#state.get();
  readonly subscribe = (changed: () => void) => this.#state.subscribe(changed);

  /**
   * @param told the plenary as the feed tells it now
   * @param said what a screen reader hears of it
   */
  readonly give = (
    command: AskedCommand,
    foreseen: Foreseen,
    told: ToldPlenary,
    said = '',
  ): void => {
    const id = parseCommandId(freshId());
    const pending = this.get().pending.filter((each) => !isTold(each, told));
    const one: Pending = { ...foreseen, id, step: null };
    this.#set({ pending: [...pending, one], problem: null, said });
    void this.#then(
      () => api.plenary(this.#place, { id, command }),
      (answer) => this.#settle(id, answer.is === 'answer' ? answer.value.step : null),
    );
  };

  /** @param which a step's number, or the part of which one's own last is meant */
  readonly undo = (which: number | UndoPart): Promise<unknown> => {
    const id = parseCommandId(freshId());
    const asked = typeof which === 'number' ? { step: which } : { step: null, of: which };
    return this.#then(
      () => api.undo(this.#place, { id, ...asked }),
      (answer) => {
        if (answer.is !== 'answer') return;
        this.#set({ said: answer.value.step === null ? 'Nothing to undo.' : 'Undone.' });
      },
    );
  };

  readonly redo = (step: number): Promise<unknown> => {
    const id = parseCommandId(freshId());
    return this.#then(() => api.redo(this.#place, { id, step }));
  };

  /** Takes back what the agenda's clock did, unless somebody has moved the session since. */
  readonly undoAgenda = ({ to }: PhaseMove): Promise<unknown> =>
    this.#then(
      () => api.commandPhase(this.#place, { command: 'undo', from: to }),
      (answer) => {
        if (answer.is === 'answer') this.#set({ said: `Back to ${answer.value.phase}.` });
      },
    );

  readonly setClock = (command: ClockCommand): Promise<unknown> => {
    const id = parseCommandId(freshId());
    return this.#then(() => api.clock(this.#place, { id, command }));
  };

  /**
   * @param text empty takes down what was said before
   * @returns whether it was sent
   */
  readonly tell = async (text: string, to: GroupId | null): Promise<boolean> => {
    const id = parseCommandId(freshId());
    let isSent = false;
    await this.#then(
      () => api.message(this.#place, { id, text, to }),
      (answer) => {
        isSent = answer.is === 'answer';
      },
    );
    return isSent;
  };

  readonly dismiss = (): void => this.#set({ problem: null });

  #then<Value>(
    call: () => Promise<Answer<Value>>,
    after: (answer: Answer<Value>) => void = () => undefined,
  ): Promise<unknown> {
    const done = this.#queue.then(async () => {
      const answer = await insist(call);
      this.#set({ problem: problemOf(answer) });
      after(answer);
    });
    this.#queue = done;
    return done;
  }

  /** @param step null for a command that had no effect */
  #settle(id: CommandId, step: number | null): void {
    const pending = this.get().pending.flatMap((each) =>
      each.id !== id ? [each] : step === null ? [] : [{ ...each, step }],
    );
    this.#set({ pending });
  }

  #set(changed: Partial<DeskState>): void {
    this.#state.set({ ...this.get(), ...changed });
  }
}

function problemOf(answer: Answer<unknown>): string | null {
  switch (answer.is) {
    case 'answer':
      return null;
    case 'refused':
      return answer.problem;
    case 'silent':
      return 'The server did not answer, so nothing was changed. Try again.';
  }
}

/** Whether the feed has come to the step that the command made: what it tells has the command in it. */
function isTold({ step }: Pending, told: ToldPlenary): boolean {
  return step !== null && step <= told.step;
}

/** The plenary as told, with what was asked for and not told yet. */
export function withPending(told: ToldPlenary, pending: readonly Pending[]): Plenary {
  return pending
    .filter((each) => !isTold(each, told))
    .reduce((plenary, { command, at }) => plenaryAfter(plenary, command, at), told.plenary);
}
