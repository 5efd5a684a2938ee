/** Who did something: a seat's id, or a word for a device without a seat. Opaque; the same person when equal. */
export type Actor = string;

/** The agenda's clock, as the one who moved a phase. */
export const agendaActor: Actor = 'agenda';
