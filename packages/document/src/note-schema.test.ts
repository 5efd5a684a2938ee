import { createHash } from 'node:crypto';
import type { Schema } from '@tiptap/pm/model';
import { expect, test } from 'vitest';
import { markNames, node } from './note-names.ts';
import { cardTextSchema, noteSchema } from './note-schema.ts';
import { schemaVersion } from './schema-version.ts';

/** What decides whether an editor keeps or deletes what another one wrote. */
function shapeOf(schema: Schema) {
  const parts = { ...schema.nodes, ...schema.marks };
  return Object.keys(parts)
    .sort()
    .map((name) => {
      const spec = parts[name]?.spec;
      const attributes = Object.entries(spec?.attrs ?? {}).map(([key, value]) => [
        key,
        value.default,
      ]);
      return [
        name,
        spec?.content ?? null,
        spec?.group ?? null,
        spec?.marks ?? null,
        spec?.excludes ?? null,
        attributes.sort(),
      ];
    });
}

test('the schema has the shape that its version number stands for', () => {
  const shape = JSON.stringify([shapeOf(noteSchema()), shapeOf(cardTextSchema())]);
  const hash = createHash('sha256').update(shape).digest('hex').slice(0, 16);
  // A new shape needs a new schemaVersion, and stands below the old ones.
  const shapes: Record<number, string> = {
    1: '4f5a91794ab85dde',
    // Images have a width and a height.
    2: '1148aa449109ab16',
  };
  expect(hash, `the shape is now ${shape}`).toBe(shapes[schemaVersion]);
});

test('every node and mark of the schema has its name in the table that projections use', () => {
  expect(Object.keys(noteSchema().nodes).sort()).toEqual(
    [...Object.values(node), 'doc', 'text'].sort(),
  );
  expect(Object.keys(noteSchema().marks).sort()).toEqual([...markNames].sort());
});

test('a card text has the marks of a note, so that a line can become a point', () => {
  expect(Object.keys(cardTextSchema().marks).sort()).toEqual([...markNames].sort());
  expect(Object.keys(cardTextSchema().nodes).sort()).toEqual(['doc', 'paragraph', 'text']);
});

test('code can be bold and a link', () => {
  const { code, bold, link } = noteSchema().marks;
  expect(code?.excludes(bold!)).toBe(false);
  expect(code?.excludes(link!)).toBe(false);
  expect(code?.excludes(code)).toBe(true);
});
