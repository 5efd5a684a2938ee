import { usualTemplate } from '@reportback/domain';

/*
 * The tables, STRICT all of them. Instants are milliseconds since 1970 (UTC). Everything hangs below
 * `workshop` and goes with it.
 */

export const workshopTables = `
CREATE TABLE fact (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE workshop (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  place TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  agenda TEXT NOT NULL, -- JSON
  organizers TEXT NOT NULL,
  funding TEXT NOT NULL,
  licence TEXT NOT NULL,
  disclaimer TEXT,
  others_readable INTEGER NOT NULL,
  join_code TEXT NOT NULL UNIQUE,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE session (
  id TEXT PRIMARY KEY,
  workshop TEXT NOT NULL REFERENCES workshop ON DELETE CASCADE,
  position INTEGER NOT NULL,
  title TEXT NOT NULL,
  prompt TEXT NOT NULL,
  date TEXT,
  start TEXT NOT NULL,
  report_back TEXT,
  "end" TEXT,
  phase TEXT NOT NULL
) STRICT;
CREATE INDEX session_workshop ON session (workshop);

CREATE TABLE workshop_group (
  id TEXT PRIMARY KEY,
  workshop TEXT NOT NULL REFERENCES workshop ON DELETE CASCADE,
  number INTEGER NOT NULL,
  name TEXT NOT NULL
) STRICT;
CREATE INDEX workshop_group_workshop ON workshop_group (workshop);

CREATE TABLE seat (
  id TEXT PRIMARY KEY,
  workshop TEXT NOT NULL REFERENCES workshop ON DELETE CASCADE,
  name TEXT NOT NULL,
  affiliation TEXT NOT NULL,
  country TEXT NOT NULL,
  cite_as TEXT NOT NULL,
  consent INTEGER NOT NULL,
  workshop_group TEXT REFERENCES workshop_group ON DELETE SET NULL
) STRICT;
CREATE INDEX seat_workshop ON seat (workshop);
CREATE INDEX seat_group ON seat (workshop_group);

CREATE TABLE link (
  id TEXT PRIMARY KEY,
  workshop TEXT NOT NULL REFERENCES workshop ON DELETE CASCADE,
  role TEXT NOT NULL,
  workshop_group TEXT REFERENCES workshop_group ON DELETE CASCADE,
  generation INTEGER NOT NULL,
  revoked_at INTEGER
) STRICT;
CREATE INDEX link_workshop ON link (workshop);
CREATE INDEX link_group ON link (workshop_group);

CREATE TABLE pass (
  secret_hash TEXT PRIMARY KEY,
  link TEXT NOT NULL REFERENCES link ON DELETE CASCADE,
  generation INTEGER NOT NULL,
  seat TEXT REFERENCES seat ON DELETE SET NULL,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX pass_link ON pass (link);
CREATE INDEX pass_seat ON pass (seat);
`;

/** Who is named in a workshop's record; what was made before is by name, as it was exported. */
export const attributionColumn = `
ALTER TABLE workshop ADD COLUMN attribution TEXT NOT NULL DEFAULT 'by-name';
`;

/** What a session's cards ask for, as JSON; what was made before asks for the usual. */
export const cardTemplateColumn = `
ALTER TABLE session ADD COLUMN card_template TEXT NOT NULL DEFAULT '${JSON.stringify(usualTemplate)}';
`;

/** How a session's tables differ from the workshop's, as JSON; null where they do not. */
export const sessionTablesColumn = 'ALTER TABLE session ADD COLUMN tables TEXT;';

/** The tables at which people sit in single sessions, as JSON. */
export const elsewhereColumn = `
ALTER TABLE seat ADD COLUMN elsewhere TEXT NOT NULL DEFAULT '{}';
`;

/** Whether a seat was made by a roster and nobody has come to it yet; of what was made before this it is not known. */
export const expectedColumn = `
ALTER TABLE seat ADD COLUMN expected INTEGER NOT NULL DEFAULT 0;
`;

/** Row numbers of one document end below this; see `document_update.place`. */
export const rowsOfDocument = 2 ** 30;

/*
 * `document_update` has one integer key made of the document's and the row's number, so that it is
 * clustered by document (a turn touches one page a document, a cold load reads neighbours) and a
 * search never reads a row's bytes, as it does in a WITHOUT ROWID table, where one damaged long row
 * would take its neighbours along. So a trigger, not a foreign key, removes the rows with their
 * document. `head_seq` stands apart from the rows, so that a lost tail is noticed.
 */
export const documentTables = `
CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  session TEXT REFERENCES session ON DELETE CASCADE,
  incarnation TEXT NOT NULL,
  schema_version INTEGER NOT NULL,
  locked INTEGER NOT NULL DEFAULT 0,
  head_seq INTEGER NOT NULL DEFAULT 0 CHECK (head_seq < ${rowsOfDocument}),
  snapshot_seq INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX document_session ON document (session);

CREATE TABLE document_update (
  place INTEGER PRIMARY KEY, -- document * ${rowsOfDocument} + seq
  data BLOB NOT NULL,
  checksum INTEGER NOT NULL,
  author TEXT NOT NULL,
  written_at INTEGER NOT NULL,
  quarantined TEXT -- why
) STRICT;

CREATE TRIGGER document_update_removal AFTER DELETE ON document BEGIN
  DELETE FROM document_update
  WHERE place BETWEEN OLD.id * ${rowsOfDocument} AND (OLD.id + 1) * ${rowsOfDocument} - 1;
END;

CREATE TABLE document_client (
  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  client INTEGER NOT NULL,
  author TEXT NOT NULL,
  PRIMARY KEY (document, client)
) STRICT, WITHOUT ROWID;

CREATE TABLE document_snapshot (
  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  through INTEGER NOT NULL,
  state BLOB NOT NULL,
  checksum INTEGER NOT NULL,
  content_hash TEXT NOT NULL,
  written_at INTEGER NOT NULL,
  UNIQUE (document, through)
) STRICT;

CREATE TABLE document_version (
  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  number INTEGER NOT NULL,
  written_at INTEGER NOT NULL,
  cause TEXT NOT NULL,
  authors TEXT NOT NULL, -- JSON
  through INTEGER NOT NULL,
  state BLOB NOT NULL,
  checksum INTEGER NOT NULL,
  content_hash TEXT NOT NULL,
  UNIQUE (document, number)
) STRICT;
`;
