import { type GroupId, parseCommandId, type SessionId, type WorkshopId } from '@reportback/domain';
import { useState } from 'react';
import { api } from '../../app/api.ts';
import { insist } from '../../app/insist.ts';
import { freshId } from '../../app/new-ids.ts';
import { Button } from '../../design/button.tsx';

/** Asks a table, on its own page, for what its card lacks. */
export function AskTable({
  place,
  group,
  table,
  missing,
}: {
  readonly place: { readonly workshop: WorkshopId; readonly session: SessionId };
  readonly group: GroupId;
  /** “Table 4”, for those who do not see where the button stands. */
  readonly table: string;
  /** “No headline or reporter”. */
  readonly missing: string;
}) {
  const [state, setState] = useState<'' | 'asking' | 'Asked' | 'Not sent, try again'>('');
  const ask = async () => {
    setState('asking');
    const id = parseCommandId(freshId());
    const text = `Please complete your table’s record: ${missing.charAt(0).toLowerCase()}${missing.slice(1)} yet.`;
    const answer = await insist(() => api.message(place, { id, text, to: group }));
    setState(answer.is === 'answer' ? 'Asked' : 'Not sent, try again');
  };
  if (state === 'Asked') return <output>Asked</output>;
  return (
    <Button
      kind="text"
      size="small"
      disabled={state === 'asking'}
      aria-label={`Ask the table: ${table}, ${missing}`}
      onClick={() => void ask()}
    >
      {state === 'Not sent, try again' ? state : 'Ask the table'}
    </Button>
  );
}
