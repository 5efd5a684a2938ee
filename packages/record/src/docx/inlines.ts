import { type Inline, unreachable } from '@reportback/domain';
import { ExternalHyperlink, type IRunOptions, type ParagraphChild, TextRun } from 'docx';
import { readsRightToLeft } from '../direction.ts';
import { colour, font } from './style.ts';

/** Properties of runs that can be put together one by one. */
export type RunLook = { -readonly [Name in keyof IRunOptions]: IRunOptions[Name] };

/** A run of inlines as Word's runs and links. */
export function runs(content: readonly Inline[], look: RunLook = {}): ParagraphChild[] {
  return content.map((inline) => {
    if (inline.kind === 'line-break') return new TextRun({ break: 1 });
    const marked: RunLook = { ...look };
    let href: string | null = null;
    for (const mark of inline.marks) {
      switch (mark.kind) {
        case 'link':
          href = mark.href;
          break;
        case 'bold':
          marked.bold = true;
          break;
        case 'italic':
          marked.italics = true;
          break;
        case 'underline':
          marked.underline = {};
          break;
        case 'strike':
          marked.strike = true;
          break;
        case 'highlight':
          marked.highlight = 'yellow';
          break;
        case 'code':
          marked.font = font.code;
          marked.shading = { type: 'clear', fill: colour.sunk, color: 'auto' };
          break;
        default:
          unreachable(mark);
      }
    }
    const run = textRun(inline.text, href === null ? marked : { ...marked, style: 'Hyperlink' });
    return href === null ? run : new ExternalHyperlink({ link: href, children: [run] });
  });
}

export function textRun(text: string, look: RunLook = {}): TextRun {
  return new TextRun(
    readsRightToLeft(text) ? { ...look, text, rightToLeft: true } : { ...look, text },
  );
}
