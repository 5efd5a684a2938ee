/*
 * What the server keeps of a session beside its documents. STRICT; instants are milliseconds since 1970
 * (UTC). A step's `actor` is no reference: history outlives the seat, as an id that leads nowhere.
 */
export const plenaryTables = `
CREATE TABLE session_step (
  session TEXT NOT NULL REFERENCES session ON DELETE CASCADE,
  number INTEGER NOT NULL,
  id TEXT NOT NULL,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  did TEXT NOT NULL, -- JSON
  PRIMARY KEY (session, number),
  UNIQUE (session, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE reaction (
  number INTEGER PRIMARY KEY,
  session TEXT NOT NULL REFERENCES session ON DELETE CASCADE,
  point TEXT NOT NULL,
  seat TEXT NOT NULL REFERENCES seat ON DELETE CASCADE,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  workshop_group TEXT NOT NULL REFERENCES workshop_group ON DELETE CASCADE,
  at INTEGER NOT NULL,
  UNIQUE (session, point, seat, kind)
) STRICT;
CREATE INDEX reaction_seat ON reaction (seat);
CREATE INDEX reaction_group ON reaction (workshop_group);

CREATE TABLE vote (
  session TEXT NOT NULL REFERENCES session ON DELETE CASCADE,
  seat TEXT NOT NULL REFERENCES seat ON DELETE CASCADE,
  finding TEXT NOT NULL,
  votes INTEGER NOT NULL CHECK (votes > 0),
  PRIMARY KEY (session, seat, finding)
) STRICT, WITHOUT ROWID;
CREATE INDEX vote_seat ON vote (seat);

CREATE TABLE visit (
  session TEXT NOT NULL REFERENCES session ON DELETE CASCADE,
  workshop_group TEXT NOT NULL REFERENCES workshop_group ON DELETE CASCADE,
  seat TEXT NOT NULL REFERENCES seat ON DELETE CASCADE,
  PRIMARY KEY (session, workshop_group, seat)
) STRICT, WITHOUT ROWID;
CREATE INDEX visit_seat ON visit (seat);
CREATE INDEX visit_group ON visit (workshop_group);
`;

/** What was said and voted in a session before it was imported, counted. */
export const importedVoicesTable = `
CREATE TABLE imported_voices (
  session TEXT PRIMARY KEY REFERENCES session ON DELETE CASCADE,
  voices TEXT NOT NULL -- JSON
) STRICT, WITHOUT ROWID;
`;
