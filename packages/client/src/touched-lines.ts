import * as Y from 'yjs';

/**
 * Keys of the text blocks that a change touched, so that the page can say how many lines wait here.
 * A text block is a Y.XmlText; its key is its Yjs id and so the same after a reload. What was removed
 * counts under the key of the block that held it, a field of the card under its map and name.
 */
export function touchedLines(transaction: Y.Transaction): readonly string[] {
  const lines = new Set<string>();
  for (const [type, events] of transaction.changedParentTypes)
    for (const event of events) if (event.target === type) addTouched(event, lines);
  return [...lines];
}

function addTouched(
  event: Y.YEvent<Y.XmlText | Y.XmlFragment | Y.Map<unknown>>,
  lines: Set<string>,
): void {
  const key = keyOf(event.target);
  if (event.target instanceof Y.Map) {
    for (const name of event.changes.keys.keys()) lines.add(`${key}:${name}`);
    return;
  }
  const before = lines.size;
  for (const item of event.changes.added)
    if (item.content instanceof Y.ContentType) addTexts(item.content.type, lines);
  if (lines.size === before) lines.add(key);
}

function addTexts(type: unknown, lines: Set<string>): void {
  if (type instanceof Y.XmlText) lines.add(keyOf(type));
  else if (type instanceof Y.XmlFragment)
    for (const child of type.toArray()) addTexts(child, lines);
}

function keyOf(type: { readonly _item: Y.Item | null }): string {
  return type._item === null ? 'root' : `${type._item.id.client}:${type._item.id.clock}`;
}
