/*
 * Where a workshop's record stands, what of it was kept, and who wrote while it took corrections. STRICT; instants
 * are milliseconds since 1970 (UTC). Edition 0 is what corrections are compared with.
 */
export const recordTables = `
CREATE TABLE record_standing (
  workshop TEXT PRIMARY KEY REFERENCES workshop ON DELETE CASCADE,
  standing TEXT NOT NULL, -- JSON
  until INTEGER -- when it freezes by itself
) STRICT, WITHOUT ROWID;
CREATE INDEX record_standing_until ON record_standing (until) WHERE until IS NOT NULL;

CREATE TABLE record_edition (
  workshop TEXT NOT NULL REFERENCES workshop ON DELETE CASCADE,
  edition INTEGER NOT NULL,
  at INTEGER NOT NULL,
  hash TEXT NOT NULL,
  note TEXT NOT NULL,
  json TEXT, -- NULL once its words were withdrawn
  PRIMARY KEY (workshop, edition)
) STRICT;

CREATE TABLE record_hand (
  session TEXT NOT NULL REFERENCES session ON DELETE CASCADE,
  workshop_group TEXT NOT NULL, -- or 'plenary'
  seat TEXT NOT NULL REFERENCES seat ON DELETE CASCADE,
  at INTEGER NOT NULL,
  PRIMARY KEY (session, workshop_group, seat)
) STRICT, WITHOUT ROWID;
CREATE INDEX record_hand_seat ON record_hand (seat);
`;

/** What the edition has to say that replaces a frozen one whose words were withdrawn; null where none is owed. */
export const owedEditionColumn = 'ALTER TABLE record_standing ADD COLUMN owes TEXT;';
