import { plenaryGroup } from '@reportback/domain';
import { expect, test } from 'vitest';
import { buildRecord } from './build-record.ts';
import { shownImages } from './shown-images.ts';
import { exampleInput } from './testing/example-input.ts';

const image = (name: string) => ({ kind: 'image' as const, image: name, alt: '' });
const [first] = exampleInput.work;
if (first === undefined) throw new Error('The example has no table that worked.');
const record = buildRecord({
  ...exampleInput,
  work: [
    {
      ...first,
      note: [
        image('chart'),
        { kind: 'quote', blocks: [image('sketch')] },
        { kind: 'bullet-list', items: [{ blocks: [image('chart'), image('plan')] }] },
        {
          kind: 'table',
          rows: [{ cells: [{ header: false, columns: 1, rows: 1, blocks: [image('map')] }] }],
        },
      ],
    },
  ],
  plenaries: exampleInput.plenaries.map((plenary) => ({ ...plenary, note: [image('wall')] })),
});

test('finds images wherever notes show them, each once', () => {
  const { session, group } = first;
  expect(shownImages(record).filter((each) => each.group !== plenaryGroup)).toEqual(
    ['chart', 'sketch', 'plan', 'map'].map((image) => ({ image, session, group })),
  );
  expect(shownImages(record).filter((each) => each.group === plenaryGroup)).toHaveLength(1);
});

test('within a scope only its own', () => {
  const elsewhere = record.sessions.find(({ id }) => id !== first.session);
  const shown = shownImages(record, { session: elsewhere?.id ?? null, group: null });
  expect(shown.map(({ image }) => image)).not.toContain('chart');
});
