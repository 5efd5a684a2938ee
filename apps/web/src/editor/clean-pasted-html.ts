import { isSafeLink } from '@reportback/domain';
import { readPastedStyles } from './pasted-styles.ts';

/**
 * HTML from another program's clipboard as a note can take it: Word's paragraphs that only look like lists
 * become lists, Google Docs' lists nest where they should and its check lists stay check lists, headings
 * below the third level become the third. An image that lies elsewhere becomes a link to it, or its words: it is
 * never fetched. What a note does not know is dropped by its schema afterwards.
 * @param takeIn makes images whose bytes stand within the HTML images of the note
 */
export async function cleanPastedHtml(
  html: string,
  takeIn: (body: HTMLElement) => Promise<void>,
): Promise<string> {
  // What was copied from a note is as it should be, empty lines included.
  if (html.includes('data-pm-slice')) return html;
  const body = readPastedStyles(html);
  dropWrapping(body);
  makeWordLists(body);
  nestLists(body);
  makeCheckLists(body);
  for (const heading of body.querySelectorAll('h4, h5, h6')) rename(heading, 'h3');
  for (const title of body.querySelectorAll('p[class^=MsoTitle]')) rename(title, 'h1');
  for (const quote of body.querySelectorAll('p[class*=MsoQuote]')) wrap([quote], 'blockquote');
  await takeIn(body);
  nameImages(body);
  dropEmptyParagraphs(body);
  return body.innerHTML;
}

function dropWrapping(body: HTMLElement): void {
  for (const element of body.querySelectorAll('meta, link, title, xml')) element.remove();
  // Word's own elements (o:p and the like) hold nothing but spacing and text.
  for (const element of body.querySelectorAll('*'))
    if (element.localName.includes(':')) element.replaceWith(...element.childNodes);
  // Google Docs puts a break between paragraphs, and all of it into a bold element that is not bold.
  const whole = 'b[id^=docs-internal-guid]';
  for (const line of body.querySelectorAll(`body > br, ${whole} > br`)) line.remove();
  for (const all of body.querySelectorAll(whole)) all.replaceWith(...all.childNodes);
}

/** Which of Word's lists a paragraph belongs to, and how deep it stands in it; null for one that is no item. */
function wordItem(
  element: Element | null,
): { readonly list: string; readonly level: number } | null {
  const style = element?.getAttribute('data-style') ?? '';
  const found = /mso-list:\s*(l\d+)\s+level(\d+)/i.exec(style);
  return found === null ? null : { list: found[1] ?? '', level: Number(found[2]) };
}

/** Word writes `<p style="mso-list:l0 level2 lfo1">` with the bullet or number as text in front. */
function makeWordLists(body: HTMLElement): void {
  for (const first of body.querySelectorAll('p, h1, h2, h3')) {
    const list = wordItem(first)?.list;
    if (list === undefined || !first.isConnected || first.closest('li') !== null) continue;
    const items = [first];
    let next = first.nextElementSibling;
    for (; next !== null && wordItem(next)?.list === list; next = next.nextElementSibling)
      items.push(next);
    first.before(wordList(items));
    for (const item of items) item.remove();
  }
}

function wordList(items: readonly Element[]): Element {
  const open: { readonly level: number; readonly list: Element }[] = [];
  let outermost: Element | null = null;
  for (const item of items) {
    const level = wordItem(item)?.level ?? 1;
    const marker = takeMarker(item);
    while ((open.at(-1)?.level ?? 0) > level) open.pop();
    if ((open.at(-1)?.level ?? 0) < level) {
      const list = document.createElement(/^\s*(\d+|[a-z]{1,4})[.)]/i.test(marker) ? 'ol' : 'ul');
      const parent = open.at(-1)?.list;
      (parent?.lastElementChild ?? parent)?.append(list);
      outermost ??= list;
      open.push({ level, list });
    }
    const line = document.createElement('li');
    const text = document.createElement('p');
    text.append(...item.childNodes);
    line.append(text);
    open.at(-1)?.list.append(line);
  }
  return outermost ?? document.createElement('ul');
}

/** Takes the bullet or number out of a Word list item, and says what it was. */
function takeMarker(item: Element): string {
  const marker = item.querySelector(
    '[data-style*="mso-list:Ignore" i], [data-style*="mso-list: Ignore" i]',
  );
  marker?.remove();
  return marker?.textContent ?? '';
}

/** A list directly inside a list belongs to the item before it. */
function nestLists(body: HTMLElement): void {
  for (const list of body.querySelectorAll(':is(ul, ol) > :is(ul, ol)')) {
    const before = list.previousElementSibling;
    if (before?.localName === 'li') before.append(list);
    else wrap([list], 'li');
  }
}

/** Items with a box become items of a check list: Google Docs says `role=checkbox`, others put an input. */
function makeCheckLists(body: HTMLElement): void {
  for (const list of body.querySelectorAll('ul')) {
    const items = [...list.children].filter((child) => child.localName === 'li');
    const boxes = items.map((item) => ({ item, isChecked: checkedState(item) }));
    if (boxes.length === 0 || boxes.some(({ isChecked }) => isChecked === null)) continue;
    list.setAttribute('data-type', 'taskList');
    for (const { item, isChecked } of boxes) {
      item.setAttribute('data-type', 'taskItem');
      item.setAttribute('data-checked', String(isChecked));
      for (const box of item.querySelectorAll(':scope > input, :scope > label, :scope > img'))
        box.remove();
    }
  }
}

function checkedState(item: Element): boolean | null {
  const role = item.getAttribute('role') === 'checkbox' ? item.getAttribute('aria-checked') : null;
  if (role !== null) return role === 'true';
  const own = item.getAttribute('data-checked');
  if (own !== null) return own === 'true';
  const box = item.querySelector(
    ':is(:scope, :scope > label, :scope > p:first-child) > input[type=checkbox]',
  );
  return box === null ? null : box.hasAttribute('checked');
}

/** What is left of images that are not the note's: a link where they are on the web, else their words. */
function nameImages(body: HTMLElement): void {
  for (const image of body.querySelectorAll('img:not([data-image])')) {
    const words = image.getAttribute('alt')?.trim() ?? '';
    const source = image.getAttribute('src') ?? '';
    if (!isSafeLink(source) || image.closest('a') !== null) {
      image.replaceWith(words);
      continue;
    }
    const link = document.createElement('a');
    link.href = source;
    link.textContent = words === '' ? 'Image' : words;
    image.replaceWith(link);
  }
}

function dropEmptyParagraphs(body: HTMLElement): void {
  for (const paragraph of body.querySelectorAll('p'))
    if (paragraph.textContent.trim() === '' && !paragraph.closest('td, th, li'))
      if (paragraph.querySelector('img, br') === null) paragraph.remove();
}

function rename(element: Element, name: string): void {
  const renamed = document.createElement(name);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
}

function wrap(elements: readonly Element[], name: string): void {
  const wrapper = document.createElement(name);
  elements[0]?.before(wrapper);
  wrapper.append(...elements);
}
