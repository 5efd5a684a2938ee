/**
 * As many entries as fit, with the present one among them: two before it where there are, the others behind. Of three
 * only one is before it, because what comes next is asked for more often.
 * @param now the present one's place; -1 stands for the end of the list
 */
export function aroundNow<Each>(all: readonly Each[], now: number, fit: number): readonly Each[] {
  const present = now === -1 ? all.length : now;
  const from = Math.max(0, Math.min(present - Math.min(2, fit - 2), all.length - fit));
  return all.slice(from, from + fit);
}
