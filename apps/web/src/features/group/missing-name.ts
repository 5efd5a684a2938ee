import { type CardTemplate, type MissingFromCard, usualTemplate } from '@reportback/domain';

/** What a card lacks, as the card's labels have it, or in short where those are the usual. */
export function missingName(missing: MissingFromCard, template: CardTemplate): string {
  switch (missing) {
    case 'headline':
      return template.headline === usualTemplate.headline ? 'headline' : `“${template.headline}”`;
    case 'points':
      return template.points === usualTemplate.points ? 'a point' : `“${template.points}”`;
    case 'reporter':
      return 'reporter';
  }
}
