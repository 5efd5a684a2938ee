import type { TableActivity } from '@reportback/domain';
import { Lamp } from '../../design/lamp.tsx';

/** Whether all that was typed at a table is here, as far as the server can know. */
export function SavedState({ activity }: { readonly activity: TableActivity | undefined }) {
  const away = activity?.away.length ?? 0;
  const refused = activity?.refused.length ?? 0;
  if (refused > 0) return <Lamp state="refused" said="Text of a device was not taken" />;
  return away === 0 ? (
    <Lamp state="saved" said="All that arrived is saved" bare />
  ) : (
    <Lamp state="local" said={away === 1 ? 'A device is away' : `${away} devices are away`} />
  );
}
