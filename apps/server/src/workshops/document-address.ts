import {
  type GroupId,
  NotAnId,
  parseGroupId,
  parseSessionId,
  type SessionId,
} from '@reportback/domain';

/** Which group document is meant, and which making of it. */
export interface DocumentAddress {
  readonly session: SessionId;
  readonly group: GroupId;
  readonly incarnation: string;
}

/** As it stands in a y-websocket room's name: `<session>.<group>.<incarnation>`. */
export function documentAddress({ session, group, incarnation }: DocumentAddress): string {
  return `${session}.${group}.${incarnation}`;
}

/** Reads a room's name, or null when it has another shape. */
export function readDocumentAddress(text: string): DocumentAddress | null {
  const match = /^([a-z0-9-]{1,48})\.([a-z0-9-]{1,48})\.([a-z0-9]{1,32})$/.exec(text);
  if (match === null) return null;
  const [, session = '', group = '', incarnation = ''] = match;
  try {
    return { session: parseSessionId(session), group: parseGroupId(group), incarnation };
  } catch (error) {
    if (error instanceof NotAnId) return null;
    throw error;
  }
}
