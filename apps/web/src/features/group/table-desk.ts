import { enterField, type OpenDocument } from '@reportback/client';
import { type Readable, Settable } from '@reportback/client/readable';
import {
  addPoint,
  type CardPoint,
  cardOf,
  type GroupCard,
  movePoint,
  noteOf,
  removePoint,
} from '@reportback/document';
import { type ImagePlace, type PointId, parsePointId, usualTemplate } from '@reportback/domain';
import type { Editor } from '@tiptap/core';
import type * as Y from 'yjs';
import { freshId } from '../../app/new-ids.ts';
import { createLineEditor, type LineHandlers } from '../../editor/create-line-editor.ts';
import { createNoteEditor } from '../../editor/create-note-editor.ts';
import { focusEnd } from '../../editor/focus-end.ts';
import { makePoint } from '../../editor/make-point.ts';
import { NoteControls } from '../../editor/note-controls.ts';
import { PageUndo } from '../../editor/page-undo.ts';
import { type CardShape, followCard } from './card-shape.ts';
import { imageShelf } from './image-shelf.ts';

/** The texts of a card that it has once. */
export type CardField = 'headline' | 'ask' | 'dissent';

const placeholders: Readonly<Record<CardField, string>> = {
  headline: 'What should the room remember?',
  ask: 'What do you ask of the others?',
  dissent: 'Where did the table not agree?',
};

/**
 * What the parts of a table's page share while a document is open: its editors, the one undo, which point
 * is hot, and what is announced. There is one for each open document, and it goes with it.
 */
export class TableDesk {
  readonly document: OpenDocument;
  readonly shape: CardShape;
  readonly undo: PageUndo;
  readonly controls: NoteControls;
  readonly note: Editor;
  /** The point whose line and row are marked on both sides. */
  readonly hot: Readable<PointId | null>;
  /** The point that the note's line at the caret is, or null. */
  readonly atCaret = new Settable<PointId | null>(null);
  /** What a screen reader is told next. */
  readonly said = new Settable('');
  private readonly card: GroupCard;
  private readonly pointed = new Settable<PointId | null>(null);
  /** The point whose own words have the caret. */
  private readonly written = new Settable<PointId | null>(null);
  private readonly lines = new Map<Y.XmlFragment, Editor>();
  /** A point that takes the caret as soon as its editor is on the page. */
  private awaited: PointId | null = null;
  private canWrite = false;
  /** What its key does where lines become no points. */
  private instead: (() => void) | null = null;

  constructor(document: OpenDocument, card: GroupCard, place: ImagePlace) {
    const { doc, awareness } = document;
    this.document = document;
    this.card = card;
    this.shape = followCard(doc);
    this.undo = new PageUndo(doc);
    this.controls = new NoteControls(this.undo, {
      shelf: imageShelf,
      place,
      document: document.name,
    });
    this.note = createNoteEditor(
      { fragment: noteOf(doc), awareness, undo: this.undo },
      this.controls,
      {
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
      },
      'Note of the table',
    );
    const hot = new Settable<PointId | null>(null);
    const marks = [this.pointed, this.written, this.atCaret];
    for (const mark of marks)
      mark.subscribe(() => hot.set(marks.find((each) => each.get() !== null)?.get() ?? null));
    this.hot = hot;
    this.note.setEditable(false, false);
  }

  /** Lets this person write, or only read. */
  setCanWrite(canWrite: boolean): void {
    this.canWrite = canWrite;
    for (const editor of [this.note, ...this.lines.values()]) editor.setEditable(canWrite, false);
  }

  /**
   * For a note that has no card: its lines become no points.
   * @param instead what the key for it does there
   */
  leaveOutPoints(instead: () => void): void {
    this.instead = instead;
  }

  /** The editor of one of the card's texts, called by the label that its session gives it. */
  field(field: CardField, label: string): Editor {
    return this.line(
      this.card[field],
      {
        onFocus: (isInside) => this.enter(isInside ? label : null),
        onEnter: () => undefined,
      },
      { label, placeholder: label === usualTemplate[field] ? placeholders[field] : '' },
    );
  }

  /** The editor of a point's words. */
  point({ id, text }: CardPoint): Editor {
    return this.line(
      text,
      {
        onFocus: (isInside) => {
          this.enter(isInside ? `point ${this.placeOf(id)}` : null);
          this.written.set(isInside ? id : null);
        },
        onEnter: () => this.addPoint(id),
        onErase: () => this.removePoint(id),
        onMove: (by) => this.shiftPoint(id, by),
      },
      { label: 'Words of the point', placeholder: 'What should the room know?' },
    );
  }

  pointAt(point: PointId | null): void {
    this.pointed.set(point);
  }

  /** Makes the note's line at the caret a point; of one that is a point already, goes there. */
  makePoint(): void {
    if (this.instead !== null) {
      this.instead();
      return;
    }
    if (!this.canWrite) return;
    const made = makePoint(this.note, this.document.doc, this.undo);
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
    const next = after === null ? undefined : this.shape.points.get()[this.placeOf(after)];
    const id = parsePointId(freshId());
    this.awaited = id;
    this.edit(() => {
      addPoint(doc, { id, text: [], source: null });
      if (next) movePoint(doc, id, next.id);
    });
  }

  removePoint(id: PointId): void {
    const points = this.shape.points.get();
    const place = this.placeOf(id);
    const neighbour = points[place - 2] ?? points[place];
    this.edit(() => removePoint(this.document.doc, id));
    this.say(`Point ${place} removed. Undo brings it back.`);
    if (neighbour) this.focusPoint(neighbour.id);
    else this.note.commands.focus();
  }

  /** Moves a point up or down by one place. */
  shiftPoint(id: PointId, by: 1 | -1): void {
    const points = this.shape.points.get();
    const place = this.placeOf(id);
    if (by === -1 ? place <= 1 : place === points.length) return;
    this.movePoint(id, (by === -1 ? points[place - 2] : points[place + 1])?.id ?? null);
  }

  /** Moves a point before another one, or behind all for null. */
  movePoint(id: PointId, before: PointId | null): void {
    this.edit(() => movePoint(this.document.doc, id, before));
    this.say(`Now point ${this.placeOf(id)} of ${this.shape.points.get().length}.`);
  }

  /** A change of the card that is undone in one step, apart from what was typed before and after it. */
  edit(change: () => void): void {
    this.undo.stopCapturing();
    change();
    this.undo.stopCapturing();
  }

  focusPoint(id: PointId): void {
    const point = this.shape.points.get().find((each) => each.id === id);
    const editor = point && this.lines.get(point.text);
    if (editor?.isInitialized) focusEnd(editor);
    else this.awaited = id;
  }

  /** A point's place on the card, from 1; 0 for one that is gone. */
  placeOf(id: PointId): number {
    return this.shape.points.get().findIndex((point) => point.id === id) + 1;
  }

  say(words: string): void {
    this.said.set(words);
  }

  private line(
    fragment: Y.XmlFragment,
    handlers: LineHandlers,
    words: { readonly label: string; readonly placeholder: string },
  ): Editor {
    const known = this.lines.get(fragment);
    if (known) return known;
    const { awareness } = this.document;
    const made = createLineEditor({ fragment, awareness, undo: this.undo }, handlers, words);
    made.setEditable(this.canWrite, false);
    const takeCaret = () => {
      const point = this.shape.points.get().find(({ text }) => text === fragment);
      if (point === undefined || point.id !== this.awaited) return;
      this.awaited = null;
      focusEnd(made);
    };
    // On the page at once, so that the first letter comes here; the later one for who was awaited in between.
    made.on('mount', takeCaret);
    made.on('create', takeCaret);
    this.lines.set(fragment, made);
    return made;
  }

  /** Tells the others which part of the page this person is in. */
  private enter(field: string | null): void {
    enterField(this.document.awareness, field);
  }

  private pointFrom(block: string | null): PointId | null {
    if (block === null) return null;
    return this.shape.points.get().find(({ source }) => source === block)?.id ?? null;
  }
}

const desks = new WeakMap<OpenDocument, TableDesk>();

/** The desk of an open document at a place, or null while its first content has not arrived. */
export function deskOf(document: OpenDocument, place: ImagePlace): TableDesk | null {
  const known = desks.get(document);
  if (known) return known;
  const card = cardOf(document.doc);
  if (card === null) return null;
  const desk = new TableDesk(document, card, place);
  desks.set(document, desk);
  return desk;
}
