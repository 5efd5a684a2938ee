/** “about 3 minutes”, “about 70 seconds”: in steps that a speaker can plan with. */
export function aboutHowLong(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 100) return `about ${Math.max(10, Math.round(seconds / 10) * 10)} seconds`;
  const minutes = Math.round(seconds / 30) / 2;
  const half = minutes % 1 === 0 ? '' : '½';
  return `about ${Math.floor(minutes)}${half} minutes`;
}
