import { enterField, type OpenDocument } from '@reportback/client';
import { type Readable, Settable } from '@reportback/client/readable';
import {
  addPoint,
  cardOf,
  type GroupCard,
  movePoint,
  noteOf,
  removePoint,
} from '@reportback/document';
import { newId, type PointId, parsePointId } from '@reportback/domain';
import type { Editor } from '@tiptap/core';
import type * as Y from 'yjs';
import { makePoint } from '../../editor/make-point.ts';
import { NoteControls } from '../../editor/note-controls.ts';
import { PageUndo } from '../../editor/page-undo.ts';
import type { SharedText } from '../../editor/shared-text.ts';
import type { NoteHandlers } from '../../editor/use-note-editor.ts';
import { type CardShape, followCard } from './card-shape.ts';

/**
 * What the parts of a table's page share while a document is open: its texts, the one undo, which point is
 * hot, and what is announced. There is one for each open document.
 */
export class TableDesk {
  readonly document: OpenDocument;
  readonly shape: CardShape;
  readonly card: GroupCard;
  readonly note: SharedText;
  readonly controls = new NoteControls();
  readonly undo: PageUndo;
  /** The note's editor while it is shown. */
  readonly editor = new Settable<Editor | null>(null);
  /** The point whose line and row are marked on both sides. */
  readonly hot: Readable<PointId | null>;
  /** What a screen reader is told next. */
  readonly said = new Settable('');
  /** The point that the note's line at the caret is, or null. */
  readonly atCaret = new Settable<PointId | null>(null);
  private readonly pointed = new Settable<PointId | null>(null);
  /** The point whose own words have the caret. */
  private readonly written = new Settable<PointId | null>(null);
  private readonly lines = new Map<Y.XmlFragment, SharedText>();
  private readonly pointEditors = new Map<PointId, Editor>();
  /** A point that takes the caret as soon as its editor is there. */
  private awaited: PointId | null = null;

  constructor(document: OpenDocument, card: GroupCard) {
    const { doc, awareness } = document;
    this.document = document;
    this.card = card;
    this.shape = followCard(doc);
    this.undo = new PageUndo(doc);
    this.note = { fragment: noteOf(doc), awareness, undo: this.undo };
    const hot = new Settable<PointId | null>(null);
    const marks = [this.pointed, this.written, this.atCaret];
    for (const mark of marks)
      mark.subscribe(() => hot.set(marks.find((each) => each.get() !== null)?.get() ?? null));
    this.hot = hot;
  }

  readonly noteHandlers: NoteHandlers = {
    onPoint: (block) => this.pointAt(this.pointFrom(block)),
    onCaret: (block) => this.atCaret.set(this.pointFrom(block)),
    onOpen: (block) => {
      const point = this.pointFrom(block);
      if (point !== null) this.focusPoint(point);
    },
    onFocus: (isInside) => {
      this.enter(isInside ? 'note' : null);
      if (!isInside) this.atCaret.set(null);
    },
    makePoint: () => this.makePoint(),
  };

  /** A text of the card as its editor needs it; the same object for the same text. */
  line(fragment: Y.XmlFragment): SharedText {
    const known = this.lines.get(fragment);
    if (known) return known;
    const made = { fragment, awareness: this.note.awareness, undo: this.undo };
    this.lines.set(fragment, made);
    return made;
  }

  pointAt(point: PointId | null): void {
    this.pointed.set(point);
  }

  writeIn(point: PointId | null): void {
    this.written.set(point);
  }

  /** Tells the others which part of the page this person is in. */
  enter(field: string | null): void {
    enterField(this.document.awareness, field);
  }

  /** Makes the note's line at the caret a point; of one that is a point already, goes there. */
  makePoint(): void {
    const editor = this.editor.get();
    if (editor === null || !editor.isEditable) return;
    const made = makePoint(editor, this.document.doc, this.undo);
    switch (made.is) {
      case 'made':
        this.atCaret.set(made.point);
        this.say(`Point ${this.placeOf(made.point)} made.`);
        break;
      case 'there':
        this.focusPoint(made.point);
        break;
      case 'nothing':
        this.say('This line cannot become a point: it is empty, or code.');
        break;
    }
  }

  /** Adds an empty point behind another one, or at the end, and puts the caret there. */
  addPoint(after: PointId | null): void {
    const { doc } = this.document;
    const points = this.shape.points.get();
    const next = after === null ? undefined : points[this.placeOf(after)];
    const id = parsePointId(newId((bytes) => crypto.getRandomValues(bytes)));
    this.undo.stopCapturing();
    this.awaited = id;
    addPoint(doc, { id, text: [], source: null });
    if (next) movePoint(doc, id, next.id);
    this.undo.stopCapturing();
  }

  removePoint(id: PointId): void {
    const points = this.shape.points.get();
    const place = this.placeOf(id);
    const neighbour = points[place - 2] ?? points[place];
    this.undo.stopCapturing();
    removePoint(this.document.doc, id);
    this.undo.stopCapturing();
    this.say(`Point ${place} removed.`);
    if (neighbour) this.focusPoint(neighbour.id);
  }

  /** Moves a point up or down by one place. */
  shiftPoint(id: PointId, by: 1 | -1): void {
    const points = this.shape.points.get();
    const place = this.placeOf(id);
    const target = by === -1 ? points[place - 2] : points[place + 1];
    if (by === -1 && target === undefined) return;
    if (by === 1 && place === points.length) return;
    this.movePoint(id, target?.id ?? null);
    this.say(`Now point ${this.placeOf(id)} of ${points.length}.`);
  }

  /** Moves a point before another one, or behind all for null. */
  movePoint(id: PointId, before: PointId | null): void {
    this.undo.stopCapturing();
    movePoint(this.document.doc, id, before);
    this.undo.stopCapturing();
  }

  /** A point's editor came or went. */
  setPointEditor(id: PointId, editor: Editor | null): void {
    if (editor === null) this.pointEditors.delete(id);
    else this.pointEditors.set(id, editor);
    if (editor !== null && this.awaited === id) this.focusPoint(id);
  }

  focusPoint(id: PointId): void {
    const editor = this.pointEditors.get(id);
    this.awaited = editor === undefined ? id : null;
    editor?.commands.focus('end');
  }

  /** A point's place on the card, from 1; 0 for one that is gone. */
  placeOf(id: PointId): number {
    return this.shape.points.get().findIndex((point) => point.id === id) + 1;
  }

  say(words: string): void {
    this.said.set(words);
  }

  private pointFrom(block: string | null): PointId | null {
    if (block === null) return null;
    return this.shape.points.get().find(({ source }) => source === block)?.id ?? null;
  }
}

const desks = new WeakMap<OpenDocument, TableDesk>();

/** The desk of an open document, or null while its first content has not arrived. */
export function deskOf(document: OpenDocument): TableDesk | null {
  const known = desks.get(document);
  if (known) return known;
  const card = cardOf(document.doc);
  if (card === null) return null;
  const desk = new TableDesk(document, card);
  desks.set(document, desk);
  return desk;
}
