import type { Counted, Observer } from '../ports/observer.ts';

/** Remembers what it is told. */
export class RecordingObserver implements Observer {
  readonly counts = new Map<Counted, number>();
  readonly refusals: {
    readonly document: string;
    readonly reason: string;
    readonly found: string;
  }[] = [];
  readonly endings: { readonly document: string; readonly reason: string }[] = [];
  readonly failures: { readonly document: string; readonly error: unknown }[] = [];

  count(what: Counted): number {
    return this.counts.get(what) ?? 0;
  }

  counted(what: Counted, amount: number): void {
    this.counts.set(what, this.count(what) + amount);
  }

  timed(): void {}

  refused(document: string, reason: string, found: string): void {
    this.refusals.push({ document, reason, found });
  }

  closed(document: string, reason: string): void {
    this.endings.push({ document, reason });
  }

  failed(document: string, error: unknown): void {
    this.failures.push({ document, error });
  }
}
