import { buildRecord, toMarkdown } from '@reportback/record';
import { findingsCsv, pointsCsv } from '@reportback/record/csv';
import { toHtml } from '@reportback/record/html';
import { toJson } from '@reportback/record/json';
import { toLatex } from '@reportback/record/latex';
import { correctedInput, exampleInput } from '@reportback/record/testing';
import { expect, test } from 'vitest';
import { hardCorpus } from './hard-corpus.ts';

const corpora = { example: exampleInput, corrected: correctedInput, 'hard-corpus': hardCorpus };

const writers = {
  md: toMarkdown,
  html: toHtml,
  tex: toLatex,
  'points.csv': pointsCsv,
  'findings.csv': findingsCsv,
  json: toJson,
};

for (const [name, input] of Object.entries(corpora)) {
  const record = buildRecord(input);
  for (const [ending, write] of Object.entries(writers))
    test(`${name}.${ending} is as it was when somebody last looked at it`, async () => {
      await expect(write(record)).toMatchFileSnapshot(`golden/${name}.${ending}`);
    });
}
