/**
 * Parses pasted HTML with its style attributes set aside as `data-style`: the page's content security policy
 * forbids them, so browsers would not let the editor read them either. Of what they say, bold, italic,
 * struck through and underlined become elements.
 */
export function readPastedStyles(html: string): HTMLElement {
  const aside = html
    .replace(/<style[\s\S]*?<\/style>/gi, '')
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle\s*=/gi, ' data-style='));
  const { body } = new DOMParser().parseFromString(aside, 'text/html');
  for (const element of body.querySelectorAll('[data-style]'))
    markAs(element, element.getAttribute('data-style') ?? '');
  return body;
}

const marks: readonly { readonly name: string; readonly style: RegExp }[] = [
  { name: 'strong', style: /font-weight\s*:\s*(?:bold|[6-9]00)/i },
  { name: 'em', style: /font-style\s*:\s*(?:italic|oblique)/i },
  { name: 's', style: /text-decoration[^;]*:[^;]*line-through/i },
  { name: 'u', style: /text-decoration[^;]*:[^;]*underline/i },
];

/** The elements whose style says something about their words; a heading is bold by being one. */
const inline = new Set(['span', 'font', 'a']);

function markAs(element: Element, style: string): void {
  const { localName } = element;
  // Said by the element, and taken back by its style.
  if (
    (localName === 'b' || localName === 'strong') &&
    /font-weight\s*:\s*(?:normal|400)/i.test(style)
  )
    if (!element.id.startsWith('docs-internal-guid')) element.replaceWith(...element.childNodes);
  if (!inline.has(localName)) return;
  const isLink = element.closest('a') !== null;
  const isHeading = element.closest('h1, h2, h3, h4, h5, h6, th') !== null;
  for (const { name, style: says } of marks) {
    // The underline of a link and the weight of a heading are their looks.
    if (!says.test(style) || (name === 'u' && isLink) || (name === 'strong' && isHeading)) continue;
    const mark = document.createElement(name);
    mark.append(...element.childNodes);
    element.append(mark);
  }
}
