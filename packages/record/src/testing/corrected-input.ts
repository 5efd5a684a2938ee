import type { SeatId } from '@reportback/domain';
import { buildRecord, type RecordInput } from '../build-record.ts';
import { exampleInput, paragraph, seat, text } from './example-input.ts';

const since = Date.UTC(2025, 8, 16, 8);
const hand = (id: SeatId, hours: number) => ({ seat: id, at: since + hours * 3_600_000 });

/** The example before somebody put right what the example says: another headline, and a line that is gone now. */
const before: RecordInput = {
  ...exampleInput,
  work: exampleInput.work.map((work, index) =>
    index === 0
      ? {
          ...work,
          card: { ...work.card, headline: [text('Waiting is all of the work')] },
          note: [...work.note, paragraph('A line about Wilhelmina')],
        }
      : work,
  ),
};

/** The example after its time of corrections: frozen, with a headline and a note put right. */
export const correctedInput: RecordInput = {
  ...exampleInput,
  standing: {
    is: 'frozen',
    at: since + 7 * 86_400_000,
    edition: 2,
    replaces: `sha256:${'0'.repeat(64)}`,
    note: 'A person was erased',
  },
  baseline: buildRecord(before),
  handsOf: (_session, _group, part) =>
    part === 'headline' ? [hand(seat.ada, 2)] : [hand(seat.bo, 3), hand(seat.shy, 5)],
};
