/** Why a file cannot become part of a note; the message is a sentence for the person, and what to do about it. */
export class UnusableFile extends Error {}
