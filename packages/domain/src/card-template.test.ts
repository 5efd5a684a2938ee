import { expect, it } from 'vitest';
import { cardTemplates, equalTemplates, labelOf, usualTemplate } from './card-template.ts';
import { parsePointId, parseSeatId } from './ids.ts';
import { missingFromCard, type ReportCard } from './report-card.ts';

const words = (text: string) => [{ kind: 'text' as const, text, marks: [] }];
const card: ReportCard = {
  headline: words('Logs differ'),
  points: [],
  ask: [],
  dissent: [],
  reporter: parseSeatId('ada'),
  scribe: null,
  ready: false,
};

it('misses points only where the template asks for some', () => {
  expect(missingFromCard(card)).toEqual(['points']);
  expect(missingFromCard(card, { ...usualTemplate, points: '' })).toEqual([]);
  expect(
    missingFromCard({
      ...card,
      points: [{ id: parsePointId('p'), text: words('One log'), source: null }],
    }),
  ).toEqual([]);
});

it('names what is not asked for any more by its usual name', () => {
  const actions = cardTemplates.find(({ id }) => id === 'actions')?.template ?? usualTemplate;
  expect(labelOf(actions, 'points')).toBe('Actions');
  expect(labelOf(actions, 'dissent')).toBe('Dissent');
});

it('offers four templates that differ, each with a headline', () => {
  for (const { id, template } of cardTemplates) {
    expect(template.headline).not.toBe('');
    expect(cardTemplates.filter((other) => equalTemplates(other.template, template))).toHaveLength(
      1,
    );
    expect(id).toMatch(/^[a-z]+$/);
  }
});
