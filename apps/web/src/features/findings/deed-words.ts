import {
  type BoardCard,
  type FindingId,
  type GroupId,
  type Plenary,
  type PlenaryCommand,
  type PointId,
  type SessionDeed,
  unreachable,
} from '@reportback/domain';
import { phaseNames } from '../../design/phase-bar.tsx';

type Deed = SessionDeed;

/** What somebody did to a session, in a few words. Names are those of now; what is gone is called so. */
export function deedWords(did: Deed, cards: readonly BoardCard[], plenary: Plenary): string {
  switch (did.is) {
    case 'phase':
      return `Moved from ${phaseNames[did.from]} to ${phaseNames[did.to]}`;
    case 'undo':
    case 'redo':
      return `${did.is === 'undo' ? 'Undid' : 'Redid'} step ${did.step}`;
    case 'message':
      return messageWords(did, cards);
    case 'restored':
      return `Brought back an earlier text of ${tableWord(did.group, cards)}`;
    case 'clock':
      switch (did.command.is) {
        case 'add':
          return `Added ${did.command.minutes} min`;
        case 'take-back':
          return `Took ${did.command.minutes} min back`;
        case 'hold':
          return 'Held the clock';
        case 'release':
          return 'Let the clock run';
        case 'follow':
          return 'Let the agenda move the phases';
        case 'stop-following':
          return 'Moves the phases by hand';
        default:
          return unreachable(did.command);
      }
    case 'sign-off': {
      const table = `Table ${cards.find(({ group }) => group === did.group)?.number ?? '?'}`;
      return did.card === null ? `${table} took its sign-off back` : `${table} signed its card off`;
    }
    case 'plenary':
      return commandWords(did.command, cards, plenary);
    default:
      return unreachable(did);
  }
}

/** “Told Table 3: five minutes left”. */
export function messageWords(
  { text, to }: Extract<Deed, { readonly is: 'message' }>,
  cards: readonly BoardCard[],
): string {
  const whom = to === null ? 'all tables' : tableWord(to, cards);
  return text === '' ? `Took the message to ${whom} down` : `Told ${whom}: ${text}`;
}

function tableWord(group: GroupId, cards: readonly BoardCard[]): string {
  return `Table ${cards.find((card) => card.group === group)?.number ?? '?'}`;
}

function commandWords(
  command: PlenaryCommand,
  cards: readonly BoardCard[],
  { findings }: Plenary,
): string {
  const table = (group: GroupId) => tableWord(group, cards);
  const point = (id: PointId) => {
    const text = cards.flatMap(({ points }) => points).find((each) => each.id === id)?.text;
    return text === undefined ? 'a point that is gone' : `“${text}”`;
  };
  const finding = (id: FindingId) => {
    const name = findings.find((each) => each.id === id)?.name;
    return name === undefined ? 'a finding that is gone' : `“${name}”`;
  };
  switch (command.is) {
    case 'set-mode':
      return command.mode === 'gallery' ? 'Switched to the gallery' : 'Switched to speeches';
    case 'set-order':
      return 'Set the order of the tables';
    case 'set-fair-clock':
      return 'Set the time for each table';
    case 'present':
      return `Put ${table(command.group)} on the screen`;
    case 'present-again':
      return `Went back to ${table(command.group)}`;
    case 'show-points':
      return `Showed ${command.shown} of the card`;
    case 'end-presentation':
      return 'Cleared the screen';
    case 'set-heard':
      return `${table(command.group)} ${command.heard ? 'was heard' : 'was not heard yet'}`;
    case 'join-point':
      return `${point(command.point)} is the same as ${point(command.same)}`;
    case 'part-point':
      return `${point(command.point)} stands alone again`;
    case 'make-finding':
      return `New finding “${command.name}”`;
    case 'name-finding':
      return `Called a finding “${command.name}”`;
    case 'state-finding':
      return `Wrote the sentence of ${finding(command.finding)}`;
    case 'sort-point':
      return command.finding === null
        ? `Took ${point(command.point)} out`
        : `Put ${point(command.point)} into ${finding(command.finding)}`;
    case 'place-finding':
      return `Moved ${finding(command.finding)}`;
    case 'order-findings':
      return 'Set the order of the findings';
    case 'merge-findings':
      return `Merged a finding into ${finding(command.into)}`;
    case 'split-finding':
      return `Split “${command.name}” off ${finding(command.finding)}`;
    case 'remove-finding':
      return 'Removed a finding';
    case 'open-vote':
      return `Opened the vote, ${command.perSeat} each`;
    case 'close-vote':
      return 'Closed the vote';
    case 'put-action':
      return `Action item: ${command.action.text}`;
    case 'remove-action':
      return 'Removed an action item';
    case 'say-done':
      return `${tableWord(command.group, cards)} ${command.done ? 'is done' : 'is not done yet'}`;
    case 'cite-finding':
      return `${point(command.point)} takes up a finding of an earlier session`;
    case 'part-from-finding':
      return `${point(command.point)} takes up a finding no longer`;
    default:
      return unreachable(command);
  }
}
