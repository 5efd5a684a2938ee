import { decodeHTML } from 'entities';

/**
 * How much of a line is read. Rows are short; a longer line is prose, or a page without line
 * breaks, and its beginning tells.
 */
export const LINE_LIMIT = 1000;

/** Spaces of all kinds become plain spaces, invisible characters go, full-width forms become ASCII. */
export function plainCharacters(text: string): string {
  if (/^[\t -~]*$/.test(text)) return text;
  return text
    .normalize('NFC')
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replace(INVISIBLE, '')
    .replace(/[\uff01-\uff07\uff0a-\uff5e]/g, (wide) =>
      String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
    )
    .replace(/[\u2236\u02d0\ua789\ufe55]/g, ':');
}

// Zero-width and direction marks, soft hyphens, variation selectors, byte order marks.
const INVISIBLE =
  /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|\ufe0e|\ufe0f/g;

/** Character references such as `&nbsp;`, `&#8211;` and `&amp;`, which are pasted along with a page's source. */
export function decodeReferences(text: string): string {
  return text.includes('&') ? plainCharacters(decodeHTML(text)) : text;
}

/** The words of a line of Markdown, wiki text or HTML, without the marks of emphasis, links and code. */
export function withoutInlineMarkup(text: string): string {
  if (!/[*_`~[\]<>\\']/.test(text)) return text;
  return text
    .replace(/<!--[^\n]{0,1000}?-->/g, '')
    .replace(/<(?:del|s|strike)>[^<]{0,300}<\/(?:del|s|strike)>/gi, '')
    .replace(INLINE_TAG, '')
    .replace(/<((?:https?:\/\/|mailto:)[^\s<>]{1,500})>/g, '$1')
    .replace(/~~[^~\n]{1,300}~~/g, '')
    .replace(/!\[[^[\]]{0,300}\]\([^()\s]{0,500}\)/g, '')
    .replace(/\[\^[^\s[\]]{1,30}\]/g, '')
    .replace(/\[\[(?:[^[\]|]{1,300}\|)?([^[\]|]{1,300})\]\]/g, '$1')
    .replace(/\[([^[\]]{1,300})\](?:\([^()]{0,500}\)|\[[^[\]]{0,100}\])/g, '$1')
    .replace(/\*{2,3}|_{2,3}|'{2,5}/g, '')
    .replace(
      /(^|[\s([{"'–—:-])[*_]([^*_\s](?:[^*_]{0,200}[^*_\s])?)[*_](?=$|[\s)\]}"'.,:;!?–—-])/g,
      '$1$2',
    )
    .replace(/`([^`]{1,300})`/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+.!|:~<>&%$-])/g, '$1');
}

const INLINE_TAG =
  /<\/?(?:a|abbr|b|big|code|em|font|i|mark|small|span|strong|sub|sup|time|tt|u|center|nobr|wbr)(?:\s[^<>]{0,500})?\/?>/gi;
