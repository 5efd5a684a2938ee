import { introduce, type OpenDocument } from '@reportback/client';
import type { WorkshopView } from '@reportback/domain';
import { useEffect } from 'react';
import { freeColour } from '../../editor/person-colour.ts';

/** Tells the others at the table who is at this page, in a colour that none of them has. */
export function useIntroduction(document: OpenDocument, { me }: WorkshopView): void {
  const seat = me.seat;
  useEffect(() => {
    if (seat === null) return;
    const choose = () => {
      if (document.connection.get().is !== 'live') return false;
      const others = document.people.get().filter((person) => !person.isMe);
      const mine = document.people.get().find((person) => person.isMe);
      const taken = others.map((person) => person.colour);
      const color = mine && !taken.includes(mine.colour) ? mine.colour : freeColour(taken);
      introduce(document.awareness, { name: seat.name, color, seat: seat.id });
      return true;
    };
    if (choose()) return;
    // Who else is here is known once the connection lives.
    const stop = document.connection.subscribe(() => {
      if (choose()) stop();
    });
    return stop;
  }, [document, seat]);
}
