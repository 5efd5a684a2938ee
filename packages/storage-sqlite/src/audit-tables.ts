/*
 * Who did what to a workshop, and whether its typed code is off. STRICT; instants are milliseconds since
 * 1970 (UTC). An entry's `actor` is no reference: it outlives the seat, as an id that leads nowhere.
 */
export const auditTables = `
CREATE TABLE audit_entry (
  number INTEGER PRIMARY KEY,
  workshop TEXT NOT NULL REFERENCES workshop ON DELETE CASCADE,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  did TEXT NOT NULL,
  about TEXT NOT NULL
) STRICT;
CREATE INDEX audit_entry_workshop ON audit_entry (workshop);

CREATE TABLE code_off (
  workshop TEXT PRIMARY KEY REFERENCES workshop ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
`;
