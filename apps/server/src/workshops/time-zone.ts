/** Whether a text is the IANA name of a time zone: `Europe/Berlin`, `UTC`; no offsets, no abbreviations. */
export function isTimeZone(text: string): boolean {
  if (text !== 'UTC' && !/^[A-Z]\w+(?:\/[\w+-]+){1,2}$/.test(text)) return false;
  try {
    Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}
