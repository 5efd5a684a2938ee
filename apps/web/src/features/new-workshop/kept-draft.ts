import { type Draft, emptyDraft, isUntouched } from './draft.ts';

const key = 'reportback-new-workshop';

/** The draft of this browser tab, so that a reload or a way back loses nothing; else an empty one. */
export function keptDraft(): Draft {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    // What an older version of the page kept may lack fields.
    return typeof kept === 'object' && kept !== null ? { ...emptyDraft, ...kept } : emptyDraft;
  } catch {
    return emptyDraft;
  }
}

export function keepDraft(draft: Draft): void {
  try {
    if (isUntouched(draft)) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // Without storage, or without space in it, the draft lives as long as the page.
  }
}

export function forgetDraft(): void {
  keepDraft(emptyDraft);
}
