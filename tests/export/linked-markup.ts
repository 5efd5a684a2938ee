import { strFromU8, unzipSync } from 'fflate';
import { Parser } from 'htmlparser2';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import type { Passing } from './linked-text.ts';

/** An HTML file as its reader passes through it. */
export function linkedHtml(page: string): readonly Passing[] {
  const passed: Passing[] = [];
  let heading: { readonly level: number; text: string } | null = null;
  let isText = false;
  const parser = new Parser({
    onopentag(name, { id, href }) {
      if (name === 'body') isText = true;
      const level = /^h([1-6])$/.exec(name)?.[1];
      if (level !== undefined) heading = { level: Number(level), text: '' };
      if (id !== undefined) passed.push({ is: 'place', name: id });
      if (name === 'a' && href?.startsWith('#'))
        passed.push({ is: 'link', to: decodeURIComponent(href.slice(1)) });
    },
    ontext(text) {
      if (heading !== null) heading.text += text;
      else if (isText) passed.push({ is: 'text', text });
    },
    onclosetag(name) {
      if (heading === null || name !== `h${heading.level}`) return;
      passed.push({ is: 'heading', ...heading });
      heading = null;
    },
  });
  parser.end(page);
  return passed;
}

/** A Markdown file as a reader of its HTML passes through it. */
export function linkedMarkdown(markdown: string): readonly Passing[] {
  const body = micromark(markdown.replace(/^---\n[\s\S]*?\n---\n/, ''), {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
  return linkedHtml(`<body>${body}</body>`);
}

/** A Word file as its reader passes through it. */
export function linkedDocx(file: Uint8Array): readonly Passing[] {
  const part = unzipSync(file)['word/document.xml'];
  if (part === undefined) throw new Error('A Word file has a document.');
  const passed: Passing[] = [];
  let level: number | null = null;
  let heading = '';
  let isText = false;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        isText = name === 'w:t';
        const style = attributes['w:val'] ?? '';
        if (name === 'w:pStyle' && /^Heading[1-6]$/.test(style)) level = Number(style.slice(-1));
        if (name === 'w:bookmarkStart')
          passed.push({ is: 'place', name: attributes['w:name'] ?? '' });
        // With a relation it leads out of the file, to a place there.
        if (name === 'w:hyperlink' && attributes['w:anchor'] && !attributes['r:id'])
          passed.push({ is: 'link', to: attributes['w:anchor'] });
      },
      ontext(text) {
        if (!isText) return;
        if (level === null) passed.push({ is: 'text', text });
        else heading += text;
      },
      onclosetag(name) {
        isText = false;
        if (name !== 'w:p' || level === null) return;
        passed.push({ is: 'heading', level, text: heading });
        level = null;
        heading = '';
      },
    },
    { xmlMode: true },
  );
  parser.end(strFromU8(part));
  return passed;
}
