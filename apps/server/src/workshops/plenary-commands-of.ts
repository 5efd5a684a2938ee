import { type PlenaryCommand, unreachable } from '@reportback/domain';
import type { RecordedPlenary } from '@reportback/record';

/** The commands that make a recorded plenary again, out of an untouched one. */
export function plenaryCommandsOf(plenary: RecordedPlenary): readonly PlenaryCommand[] {
  return [
    ...plenary.heard.map((group) => ({ is: 'set-heard' as const, group, heard: true })),
    ...plenary.sameAs.map((joined) => ({ is: 'join-point' as const, ...joined })),
    ...plenary.findings.flatMap(({ id: finding, name, points, statement }): PlenaryCommand[] => [
      { is: 'make-finding', finding, name, points },
      { is: 'state-finding', finding, statement },
    ]),
    ...voteCommands(plenary),
    ...plenary.actions.map((action) => ({ is: 'put-action' as const, action })),
    ...plenary.citations.map((citation) => ({ is: 'cite-finding' as const, ...citation })),
  ];
}

function voteCommands({ vote }: RecordedPlenary): readonly PlenaryCommand[] {
  switch (vote.is) {
    case 'not-yet':
      return [];
    case 'open':
      return [{ is: 'open-vote', perSeat: vote.perSeat, live: vote.live }];
    case 'closed':
      return [{ is: 'open-vote', perSeat: vote.perSeat, live: false }, { is: 'close-vote' }];
    default:
      return unreachable(vote);
  }
}
