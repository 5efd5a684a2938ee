const signs: readonly RegExp[] = [
  /^#{1,6} +\S/m,
  /^ {0,3}[-*+] +(?:\[[ xX]\] +)?\S/m,
  /^ {0,3}\d{1,3}[.)] +\S/m,
  /^ {0,3}> ?\S/m,
  /^ {0,3}(?:```|~~~)/m,
  /^\|.+\|\s*\n\|[ :|-]+\|/m,
  /\*\*[^\s*][^*\n]*\*\*/,
  /\[[^\]\n]+\]\((?:https?:|mailto:)[^)\s]+\)/,
  /(?:^|\s)`[^`\n]+`/,
];

/** Whether plain text from the clipboard was written as Markdown, so that it is read as such. */
export function looksLikeMarkdown(text: string): boolean {
  return signs.some((sign) => sign.test(text));
}
