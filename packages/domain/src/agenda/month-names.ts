/** Months and weekdays by name, in the languages in which European agendas are written. */

const MONTH_NAMES: readonly (readonly string[])[] = [
  ['january', 'jan', 'januar', 'jänner', 'janvier', 'enero', 'gennaio', 'janeiro', 'januari'],
  [
    'february',
    'feb',
    'febr',
    'februar',
    'février',
    'fevrier',
    'févr',
    'febrero',
    'febbraio',
    'fevereiro',
    'februari',
  ],
  ['march', 'mar', 'märz', 'mrz', 'mars', 'marzo', 'março', 'maart'],
  ['april', 'apr', 'avril', 'avr', 'abril', 'aprile'],
  ['may', 'mai', 'mayo', 'maggio', 'maio', 'mei', 'maj'],
  ['june', 'jun', 'juni', 'juin', 'junio', 'giugno', 'junho'],
  ['july', 'jul', 'juli', 'juillet', 'juil', 'julio', 'luglio', 'julho'],
  ['august', 'aug', 'août', 'aout', 'agosto', 'augustus', 'augusti'],
  ['september', 'sep', 'sept', 'septembre', 'septiembre', 'setiembre', 'settembre', 'setembro'],
  ['october', 'oct', 'oktober', 'okt', 'octobre', 'octubre', 'ottobre', 'outubro'],
  ['november', 'nov', 'novembre', 'noviembre', 'novembro'],
  [
    'december',
    'dec',
    'dezember',
    'dez',
    'décembre',
    'déc',
    'diciembre',
    'dicembre',
    'dezembro',
    'desember',
  ],
];

const WEEKDAY_NAMES: readonly (readonly string[])[] = [
  ['sunday', 'sun', 'sonntag', 'dimanche', 'domingo', 'domenica', 'zondag', 'söndag', 'søndag'],
  [
    'monday',
    'mon',
    'montag',
    'lundi',
    'lunes',
    'lunedì',
    'segunda',
    'segunda-feira',
    'maandag',
    'måndag',
    'mandag',
  ],
  [
    'tuesday',
    'tue',
    'tues',
    'dienstag',
    'mardi',
    'martes',
    'martedì',
    'terça',
    'terça-feira',
    'dinsdag',
    'tisdag',
    'tirsdag',
  ],
  [
    'wednesday',
    'wed',
    'weds',
    'mittwoch',
    'mercredi',
    'miércoles',
    'mercoledì',
    'quarta',
    'quarta-feira',
    'woensdag',
    'onsdag',
  ],
  [
    'thursday',
    'thu',
    'thur',
    'thurs',
    'donnerstag',
    'jeudi',
    'jueves',
    'giovedì',
    'quinta',
    'quinta-feira',
    'donderdag',
    'torsdag',
  ],
  [
    'friday',
    'fri',
    'freitag',
    'vendredi',
    'viernes',
    'venerdì',
    'sexta',
    'sexta-feira',
    'vrijdag',
    'fredag',
  ],
  [
    'saturday',
    'sat',
    'samstag',
    'sonnabend',
    'samedi',
    'sábado',
    'sabato',
    'zaterdag',
    'lördag',
    'lørdag',
  ],
];

const SHORT_GERMAN_WEEKDAYS: ReadonlyMap<string, number> = new Map([
  ['so', 0],
  ['mo', 1],
  ['di', 2],
  ['mi', 3],
  ['do', 4],
  ['fr', 5],
  ['sa', 6],
]);

const MONTHS = numbered(MONTH_NAMES, 1);
const WEEKDAYS = numbered(WEEKDAY_NAMES, 0);

/** 1 to 12, or undefined. Case does not matter. */
export function monthNamed(word: string): number | undefined {
  return MONTHS.get(word.toLowerCase());
}

/** 0 (Sunday) to 6, or undefined. */
export function weekdayNamed(word: string): number | undefined {
  return WEEKDAYS.get(word.toLowerCase());
}

/** "Mo", "Di", "Mi"…: too short to count unless a date or a mark of punctuation follows. */
export function shortGermanWeekday(word: string): number | undefined {
  return SHORT_GERMAN_WEEKDAYS.get(word.toLowerCase());
}

export function startsWithMonth(text: string): boolean {
  const word = /^\p{L}{3,10}/u.exec(text)?.[0];
  return word !== undefined && monthNamed(word) !== undefined;
}

function numbered(
  names: readonly (readonly string[])[],
  from: number,
): ReadonlyMap<string, number> {
  return new Map(names.flatMap((same, at) => same.map((name) => [name, at + from] as const)));
}
