import * as f from 'lib0/function';
import * as Y from 'yjs';
import type { RootTypes } from './sync-options.ts';

type Child = Y.XmlElement | Y.XmlText | Y.XmlHook;

/**
 * Edits a document so that its content is that of another one, forward: nothing is undone, and people
 * who are writing meanwhile keep what they write. What is equal stays as it is, so that carets and
 * links hold; elements are compared by their place, and only where they differ are they gone into.
 */
export function matchContent(target: Y.Doc, source: Y.Doc, roots: RootTypes): void {
  target.transact(() => {
    for (const [name, kind] of Object.entries(roots)) {
      if (kind === 'map') matchMap(target.getMap(name), source.getMap(name));
      else matchChildren(target.getXmlFragment(name), source.getXmlFragment(name));
    }
  });
}

function matchMap(target: Y.Map<unknown>, source: Y.Map<unknown>): void {
  for (const key of target.keys()) if (!source.has(key)) target.delete(key);
  for (const [key, wanted] of source) {
    const held = target.get(key);
    if (isEqual(held, wanted)) continue;
    if (held instanceof Y.Map && wanted instanceof Y.Map) matchMap(held, wanted);
    else if (isFragment(held) && isFragment(wanted)) matchChildren(held, wanted);
    else target.set(key, copyOf(wanted));
  }
}

function matchChildren(target: Y.XmlFragment, source: Y.XmlFragment): void {
  const held = target.toArray();
  const wanted = source.toArray();
  const start = commonLength(held, wanted);
  const end = commonLength(held.slice(start).reverse(), wanted.slice(start).reverse());
  const removed = held.slice(start, held.length - end);
  const added = wanted.slice(start, wanted.length - end);
  if (removed.length === added.length && removed.every((child, n) => canMatch(child, added[n]))) {
    for (const [n, child] of removed.entries()) matchChild(child, added[n]);
    return;
  }
  target.delete(start, removed.length);
  target.insert(start, added.map(copyOfChild));
}

function canMatch(held: Child, wanted: Child | undefined): boolean {
  if (held instanceof Y.XmlText) return wanted instanceof Y.XmlText;
  if (held instanceof Y.XmlHook || !(wanted instanceof Y.XmlElement)) return false;
  return held.nodeName === wanted.nodeName;
}

function matchChild(held: Child, wanted: Child | undefined): void {
  if (held instanceof Y.XmlElement && wanted instanceof Y.XmlElement) {
    matchAttributes(held, wanted);
    matchChildren(held, wanted);
  } else if (held instanceof Y.XmlText && wanted instanceof Y.XmlText) {
    if (isEqual(held, wanted)) return;
    held.delete(0, held.length);
    held.applyDelta(wanted.toDelta());
  }
}

function matchAttributes(held: Y.XmlElement, wanted: Y.XmlElement): void {
  const before: Record<string, unknown> = held.getAttributes();
  const after: Record<string, unknown> = wanted.getAttributes();
  for (const name of Object.keys(before)) if (!(name in after)) held.removeAttribute(name);
  for (const [name, value] of Object.entries(after)) {
    // The library's types allow text only; editors keep numbers and objects in attributes.
    if (!isEqual(before[name], value)) held.setAttribute(name, value as string);
  }
}

function commonLength(a: readonly Child[], b: readonly Child[]): number {
  const differs = a.findIndex((child, n) => !isEqual(child, b[n]));
  return differs === -1 ? a.length : differs;
}

function isEqual(a: unknown, b: unknown): boolean {
  if (a instanceof Y.XmlText)
    return b instanceof Y.XmlText && f.equalityDeep(a.toDelta(), b.toDelta());
  if (a instanceof Y.XmlElement) {
    if (!(b instanceof Y.XmlElement) || a.nodeName !== b.nodeName) return false;
    return f.equalityDeep(a.getAttributes(), b.getAttributes()) && haveEqualChildren(a, b);
  }
  if (isFragment(a)) return isFragment(b) && haveEqualChildren(a, b);
  if (a instanceof Y.Map) {
    if (!(b instanceof Y.Map) || a.size !== b.size) return false;
    return [...a].every(([key, value]) => b.has(key) && isEqual(value, b.get(key)));
  }
  if (a instanceof Y.AbstractType || b instanceof Y.AbstractType)
    return (
      a instanceof Y.AbstractType &&
      b instanceof Y.AbstractType &&
      f.equalityDeep(a.toJSON(), b.toJSON())
    );
  return f.equalityDeep(a, b);
}

function haveEqualChildren(a: Y.XmlFragment, b: Y.XmlFragment): boolean {
  const [one, other] = [a.toArray(), b.toArray()];
  return one.length === other.length && commonLength(one, other) === one.length;
}

/** A fragment that is no element. */
function isFragment(value: unknown): value is Y.XmlFragment {
  return value instanceof Y.XmlFragment && !(value instanceof Y.XmlElement);
}

function copyOfChild(child: Child): Y.XmlElement | Y.XmlText {
  if (child instanceof Y.XmlHook) throw new Error('hooks cannot be copied');
  return child.clone();
}

function copyOf(value: unknown): unknown {
  return value instanceof Y.AbstractType ? value.clone() : value;
}
