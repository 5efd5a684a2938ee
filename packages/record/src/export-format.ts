/** What a record can be exported as. */
export const exportFormats = [
  'md',
  'html',
  'docx',
  'pdf',
  'tex',
  'csv',
  'csv-findings',
  'json',
  'zip',
] as const;
export type ExportFormat = (typeof exportFormats)[number];

interface FormatFacts {
  /** Of its file name, without the dot. */
  readonly ending: string;
  readonly mediaType: string;
}

export const formatFacts: Readonly<Record<ExportFormat, FormatFacts>> = {
  md: { ending: 'md', mediaType: 'text/markdown; charset=utf-8' },
  html: { ending: 'html', mediaType: 'text/html; charset=utf-8' },
  docx: {
    ending: 'docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  pdf: { ending: 'pdf', mediaType: 'application/pdf' },
  tex: { ending: 'tex', mediaType: 'application/x-tex; charset=utf-8' },
  csv: { ending: 'csv', mediaType: 'text/csv; charset=utf-8' },
  'csv-findings': { ending: 'findings.csv', mediaType: 'text/csv; charset=utf-8' },
  json: { ending: 'json', mediaType: 'application/json; charset=utf-8' },
  zip: { ending: 'zip', mediaType: 'application/zip' },
};

/** Said where PDF was asked for and its typesetter does not run. */
export const noTypesetter =
  'PDF cannot be made on this computer: its typesetter was not built for it. Take HTML and print it, or DOCX.';

/** A format that this computer cannot write. Its message can be shown. */
export class FormatUnavailable extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'FormatUnavailable';
  }
}
