/** How many turns of the event loop to wait before giving up. */
const patience = 5_000;

/** Waits, turn by turn, until the condition holds; throws when it never does. */
export async function eventually(what: string, condition: () => boolean): Promise<void> {
  for (let turn = 0; turn < patience; turn++) {
    if (condition()) return;
    await nextTurn();
  }
  throw new Error(`waited in vain until ${what}`);
}

/** Waits until so many turns of the event loop are over: time for something that must not happen. */
export async function turns(count = 20): Promise<void> {
  for (let turn = 0; turn < count; turn++) await nextTurn();
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
