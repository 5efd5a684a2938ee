import { expect, type Page } from '@playwright/test';

/**
 * The projector's rule: no text below 1/25 of the screen's height, and none outside the screen or cut. Controls that
 * only show while the pointer is near are not for the room.
 */
export async function expectLegible(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await expect.poll(() => page.evaluate(illegible)).toEqual([]);
}

/** Runs in the page. Answers what breaks the rule, in words. */
function illegible(): string[] {
  const problems: string[] = [];
  const { innerHeight: height, innerWidth: width } = window;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    const text = node.textContent?.trim().slice(0, 60) ?? '';
    if (parent === null || text === '') continue;
    if (!parent.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    // What only screen readers meet is a pixel wide.
    if (parent.getBoundingClientRect().width <= 1 || box.width === 0) continue;
    const style = getComputedStyle(parent);
    const size = (100 * Number.parseFloat(style.fontSize)) / height;
    if (size < 3.99) problems.push(`“${text}” is ${size.toFixed(1)} vh`);
    const isOutside =
      box.left < -1 || box.top < -1 || box.right > width + 1 || box.bottom > height + 1;
    if (isOutside) problems.push(`“${text}” reaches outside`);
    if (style.overflow !== 'visible' && parent.scrollWidth > parent.clientWidth + 1)
      problems.push(`“${text}” is cut`);
  }
  return problems;
}
