import { AgendaRefused, decodeAgenda } from '@reportback/domain';

/** The text of an agenda's file, or a sentence that says why there is none. */
export type FileText = { readonly text: string } | { readonly problem: string };

/** Reads a file of text, of whatever encoding, or a calendar. */
export async function readAgendaFile(file: File): Promise<FileText> {
  try {
    const text = decodeAgenda(new Uint8Array(await file.arrayBuffer()));
    if (!/^\s*BEGIN:VCALENDAR/i.test(text)) return { text };
    const { calendarText } = await import('./calendar-text.ts');
    try {
      return { text: calendarText(text) };
    } catch {
      return { problem: `“${file.name}” is a damaged calendar file. Paste the agenda instead.` };
    }
  } catch (error) {
    if (error instanceof AgendaRefused) return { problem: `“${file.name}”: ${error.message}` };
    throw error;
  }
}
