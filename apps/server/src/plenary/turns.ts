/** Has work that belongs together done one after the other, in the order asked for. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  /** Answers what the work answers, once everything asked for before has ended. */
  take<Result>(work: () => Promise<Result>): Promise<Result> {
    const mine = this.#last.then(work);
    // What failed is its asker's to hear; the next one goes on.
    this.#last = mine.catch(() => {});
    return mine;
  }
}
