/** The first letter that has a direction decides, as with `dir="auto"` in HTML (UAX #9, rule P2). */
const startsRightToLeft =
  /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** Whether a paragraph of these words reads from right to left. */
export function readsRightToLeft(text: string): boolean {
  return startsRightToLeft.test(text);
}
