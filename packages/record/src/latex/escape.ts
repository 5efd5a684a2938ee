const commands: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  _: '\\_',
  '%': '\\%',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  '"': '\\textquotedbl{}',
  '`': '\\textasciigrave{}',
  "'": '\\textquotesingle{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  // Two hyphens would become a dash, and a bracket after \item or \\ an option.
  '-': '{-}',
  '[': '{[}',
  ']': '{]}',
  '*': '{*}',
};

/** A text as LaTeX that sets just these letters; nothing in it can be a command. */
export function escaped(text: string): string {
  return text
    .replace(/[\\{}$&#_%^~"`'<>|\-[\]*]/g, (letter) => commands[letter] ?? letter)
    .replace(/\s*\n\s*/g, ' ');
}

/** An apostrophe inside of a word is set as one; elsewhere quotes stay as they were typed. */
export function prose(text: string): string {
  return escaped(text)
    .replace(/(\p{L})\\textquotesingle\{\}(?=\p{L})/gu, "$1'")
    .replace(/(\p{L}|\p{N})\{-\}(?=\p{L}|\p{N})/gu, '$1-');
}

/** An address as the first argument of `\\href`: what TeX would read is percent-encoded, then its % are escaped. */
export function address(href: string): string {
  return encodeURI(decodeSafely(href))
    .replace(/[\\{}^~[\]]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/[%#&_$]/g, (letter) => `\\${letter}`);
}

/** So that what is encoded already is not encoded twice. */
function decodeSafely(href: string): string {
  try {
    return decodeURI(href);
  } catch {
    return href;
  }
}
