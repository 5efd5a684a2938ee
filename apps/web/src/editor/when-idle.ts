/** The page has settled by then, also where the browser cannot say when it is idle. Milliseconds. */
const settled = 1_500;

/** Runs something once the page is usable and has nothing else to do: for what people may need later. */
export function whenIdle(run: () => void): void {
  setTimeout(() => {
    // Safari does not know it.
    if ('requestIdleCallback' in window) window.requestIdleCallback(run, { timeout: 5_000 });
    else run();
  }, settled);
}
