/*
 * Images of notes. STRICT. A file is there once in its workshop, by the SHA-256 of its bytes, and goes after the
 * last image that shows it (see `filesGoLater`); an image goes with its session. `workshop_group` is no reference, because the
 * plenary, which may have images too, is no row.
 */
export const imageTables = `
CREATE TABLE image_file (
  number INTEGER PRIMARY KEY,
  workshop TEXT NOT NULL REFERENCES workshop ON DELETE CASCADE,
  hash TEXT NOT NULL, -- hexadecimal
  media_type TEXT NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  size INTEGER NOT NULL, -- bytes
  data BLOB NOT NULL,
  UNIQUE (workshop, hash)
) STRICT;

CREATE TABLE image (
  workshop TEXT NOT NULL REFERENCES workshop ON DELETE CASCADE,
  id TEXT NOT NULL,
  session TEXT NOT NULL REFERENCES session ON DELETE CASCADE,
  workshop_group TEXT NOT NULL,
  file INTEGER NOT NULL REFERENCES image_file ON DELETE CASCADE,
  PRIMARY KEY (workshop, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX image_session ON image (session);
CREATE INDEX image_of_file ON image (file);

CREATE TRIGGER image_file_removal AFTER DELETE ON image BEGIN
  DELETE FROM image_file
  WHERE number = OLD.file AND number NOT IN (SELECT file FROM image WHERE file = OLD.file);
END;
`;

/** Files of a session's images are many bytes to overwrite: `finishDeletions` removes them one by one. */
export const filesGoLater = 'DROP TRIGGER image_file_removal;';
