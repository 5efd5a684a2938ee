import { expect, test } from 'vitest';
import { buildRecord } from '../build-record.ts';
import { attributions } from '../record.ts';
import { exampleInput, paragraph, text, withNote } from '../testing/example-input.ts';
import { htmlPieces, toHtml } from './html.ts';
import { html } from './markup.ts';

const record = buildRecord(exampleInput);
const event = toHtml(record);

test('what is put into a template is escaped, what is markup is kept', () => {
  const inner = html`<b>${'a & "b" <c>'}</b>`;
  expect(html`<p title="${"it's"}">${[inner, null, 3]}</p>`.text).toBe(
    '<p title="it&#39;s"><b>a &amp; &quot;b&quot; &lt;c&gt;</b>3</p>',
  );
});

test('nothing is loaded and nothing runs', () => {
  expect(event).toContain(`content="default-src 'none'`);
  expect(event).not.toMatch(/<script|<link|<iframe|@import|url\(|\son\w+=/i);
});

test('every link inside the file leads to one place', () => {
  const ids = [...event.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [, target] of event.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
});

test('headings go down one level at a time outside of notes', () => {
  const levels = [...event.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
  expect(levels[0]).toBe(1);
  levels.reduce((above, level) => {
    expect(level - above).toBeLessThanOrEqual(1);
    return level;
  });
});

test.each(attributions)('%s: every field may hold markup and stays text', (attribution) => {
  const evil = '</style></title><script>alert(1)</script>"\' onload=x &amp;';
  const [first, ...others] = exampleInput.work;
  if (first === undefined) throw new Error('The example has work.');
  const hostile = buildRecord({
    ...exampleInput,
    attribution,
    workshop: {
      ...exampleInput.workshop,
      title: evil,
      place: evil,
      organizers: evil,
      funding: evil,
      licence: evil,
      disclaimer: evil,
    },
    groups: exampleInput.groups.map((group) => ({ ...group, name: evil })),
    seats: exampleInput.seats.map((seat) => ({ ...seat, citeAs: evil, affiliation: evil })),
    sessions: exampleInput.sessions.map((each) => ({ ...each, title: evil, prompt: evil })),
    work: [
      {
        ...first,
        card: { ...first.card, headline: [text(evil, { kind: 'bold' })] },
        note: [
          { kind: 'code', language: evil, text: evil },
          { kind: 'image', image: evil, alt: evil },
          {
            kind: 'paragraph',
            id: null,
            content: [text(evil, { kind: 'link', href: 'https://example.org/"><script>' })],
          },
        ],
      },
      ...others,
    ],
  });
  const page = toHtml(hostile);
  expect(page).not.toContain('<script');
  expect(page.match(/<\/title>/g)).toHaveLength(1);
  expect(page.match(/<\/style>/g)).toHaveLength(1);
});

test('an image is inside the file, one that is not at hand is told', () => {
  const [first, ...others] = exampleInput.work;
  if (first === undefined) throw new Error('The example has work.');
  const pictured = buildRecord({
    ...exampleInput,
    work: [
      {
        ...first,
        note: [
          { kind: 'image', image: 'here', alt: 'A chart' },
          { kind: 'image', image: 'lost', alt: 'A sketch' },
        ],
      },
      ...others,
    ],
  });
  const bytes = Uint8Array.of(1, 2, 3);
  const images = new Map([
    ['here', { mediaType: 'image/png' as const, bytes, width: 4, height: 3 }],
  ]);
  const page = toHtml(pictured, undefined, undefined, images);
  expect(page).toContain('<img src="data:image/png;base64,AQID" alt="A chart"');
  expect(page).toContain('Image: A sketch (not in this file)');
});

test('images come in pieces of their own, and nobody’s words take their places', () => {
  const note = withNote([
    paragraph('<image 6368617274>'),
    { kind: 'image', image: 'chart', alt: '<image 6368617274>' },
  ]);
  const image = {
    mediaType: 'image/png',
    bytes: Uint8Array.of(1, 2, 3),
    width: 9,
    height: 9,
  } as const;
  const images = new Map([['chart', image]]);
  const pieces = [...htmlPieces(buildRecord(note), undefined, undefined, images)];
  expect(pieces.map((piece) => piece === 'AQID')).toEqual([false, true, false]);
  expect(pieces.join('').match(/AQID/g)).toHaveLength(1);
  expect(pieces.join('')).toContain('>&lt;image 6368617274&gt;</p>');
});
