/**
 * What a session asks of a report card: the labels of its fields. It is the session's, not the documents', so that it
 * can change at any time: a field that is not asked for any more stays on the cards on which it has words.
 */
export interface CardTemplate {
  /** The label of what the screen shows of a card; never empty. */
  readonly headline: string;
  /** The labels of further texts; empty where one is not asked for. */
  readonly ask: string;
  readonly dissent: string;
  /** What the points are called; empty where none are asked for. */
  readonly points: string;
  /** How many points fit on the card and into the time a table has; 0 for as many as they like. */
  readonly pointsAsked: number;
}

/** The longest label of a field, in characters. */
export const longestLabel = 40;
/** The most points that a template can ask for. */
export const mostPointsAsked = 9;

/** What a card asks for unless somebody chose otherwise. */
export const usualTemplate: CardTemplate = {
  headline: 'Headline',
  points: 'Key points',
  pointsAsked: 3,
  ask: 'Ask',
  dissent: 'Dissent',
};

/** The templates to choose from, with what they are called. */
export const cardTemplates = [
  { id: 'report', name: 'Headline, 3 points, ask, dissent', template: usualTemplate },
  {
    id: 'actions',
    name: 'Three actions',
    template: {
      headline: 'In one sentence',
      points: 'Actions',
      pointsAsked: 3,
      ask: 'Who has to help',
      dissent: '',
    },
  },
  {
    id: 'solutions',
    name: 'Problem, solutions, needs',
    template: {
      headline: 'Problem',
      points: 'Solutions',
      pointsAsked: 3,
      ask: 'Needs',
      dissent: '',
    },
  },
  {
    id: 'free',
    name: 'Free',
    template: { headline: 'Headline', points: 'Points', pointsAsked: 0, ask: '', dissent: '' },
  },
] as const satisfies readonly {
  readonly id: string;
  readonly name: string;
  readonly template: CardTemplate;
}[];

/** Whether two templates ask for the same. */
export function equalTemplates(one: CardTemplate, other: CardTemplate): boolean {
  return (
    one.headline === other.headline &&
    one.points === other.points &&
    one.pointsAsked === other.pointsAsked &&
    one.ask === other.ask &&
    one.dissent === other.dissent
  );
}

/** The label of a field on a card: the template's, or the usual one where a card has words that are not asked for any more. */
export function labelOf(
  template: CardTemplate,
  field: 'headline' | 'points' | 'ask' | 'dissent',
): string {
  return template[field] || usualTemplate[field];
}
