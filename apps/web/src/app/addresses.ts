import type { GroupId, SessionId, WorkshopId } from '@reportback/domain';

/** Where each page is; the patterns in `app.tsx` read them again. */
export const addresses = {
  start: '/',
  newWorkshop: '/new',
  /** Leaves the app: to the provider that organizers sign in with, and back to this page. */
  signIn: (to: '/' | '/new') => `/api/sign-in?to=${to}`,
  console: (workshop: WorkshopId, session?: SessionId) =>
    session === undefined ? `/w/${workshop}` : `/w/${workshop}?session=${session}`,
  /** Where a person who came in by a link says who they are and where they sit. */
  join: (workshop: WorkshopId) => `/join?workshop=${workshop}`,
  /** Shows the code with which another device takes the visitor's seat. */
  otherDevice: (workshop: WorkshopId) => `/w/${workshop}/device`,
  /** Takes such a code, on the other device. */
  enterCode: '/device',
  /** Where a typed code leads; one of a seat stands in the fragment, which no server and no log sees. */
  code: (code: string) => (code.length === 6 ? `/join/${code}` : `/join#${code}`),
  share: (workshop: WorkshopId) => `/w/${workshop}/share`,
  settings: (workshop: WorkshopId) => `/w/${workshop}/settings`,
  people: (workshop: WorkshopId) => `/w/${workshop}/people`,
  /** To print. */
  tents: (workshop: WorkshopId) => `/w/${workshop}/tents`,
  record: (workshop: WorkshopId) => `/w/${workshop}/record`,
  table: (workshop: WorkshopId, session: SessionId, group: GroupId) =>
    `/w/${workshop}/s/${session}/g/${group}`,
  /** What a table said earlier; the plenary's note by its own group. */
  history: (workshop: WorkshopId, session: SessionId, group: GroupId) =>
    `/w/${workshop}/s/${session}/g/${group}/history`,
  board: (workshop: WorkshopId, session: SessionId) => `/w/${workshop}/s/${session}/board`,
  /** One group at a time on the projector. */
  present: (workshop: WorkshopId, session: SessionId) => `/w/${workshop}/s/${session}/present`,
  /** The report-back in everybody's hand. */
  plenary: (workshop: WorkshopId, session: SessionId) => `/w/${workshop}/s/${session}/plenary`,
  plenaryNote: (workshop: WorkshopId, session: SessionId) => `/w/${workshop}/s/${session}/note`,
  findings: (workshop: WorkshopId, session: SessionId) => `/w/${workshop}/s/${session}/findings`,
} as const;
