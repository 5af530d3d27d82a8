import { expect, type Locator, type Page } from '@playwright/test';

/** What somebody sees of the element that has the focus. */
interface Seen {
  name: string;
  isShown: boolean;
  inView: boolean;
  /** The element that had the focus before, when it looks the same without it. */
  unmarked?: string;
}

declare global {
  interface Window {
    /** The element of ours that has the focus, and how it looks with it. */
    siemFocus?: { element: Element; look: string; name: string };
  }
}

/** Makes changes of style immediate, so that a focus ring is there as soon as the focus is. For pages opened afterwards. */
export async function stopMotion(page: Page): Promise<void> {
  await page.addInitScript(() => {
    document.addEventListener('DOMContentLoaded', () => {
      const style = document.createElement('style');
      style.textContent =
        '*, *::before, *::after { transition: none !important; animation-duration: 0s !important; }';
      document.head.appendChild(style);
    });
  });
}

/**
 * Presses Tab until the target has the focus, as somebody without a mouse does.
 * @throws when an element on the way is invisible, outside the window or without a focus ring, or the target is not reached
 */
export async function tabTo(page: Page, target: Locator, { back = false, most = 150 } = {}): Promise<void> {
  await expect(target).toBeAttached();
  for (let count = 0; count < most; count += 1) {
    await press(page, back ? 'Shift+Tab' : 'Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Not reached by ${most} times Tab: ${String(target)}`);
}

/** Tabs through the whole page, once around; what cannot be left fails. */
export async function tabAround(page: Page): Promise<number> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const names: string[] = [];
  for (;;) {
    const seen = await press(page, 'Tab');
    // Behind the last element is the browser's own bar.
    if (!seen && names.length > 0) return names.length;
    names.push(seen?.name ?? 'body');
    expect(names.length, `the focus does not leave ${names.slice(-5).join(' | ')}`).toBeLessThan(400);
  }
}

async function press(page: Page, key: string): Promise<Seen | undefined> {
  await page.keyboard.press(key);
  const seen = await page.evaluate(look);
  if (seen) {
    const { name, ...facts } = seen;
    expect.soft(facts, `"${name}" has the focus`).toEqual({ isShown: true, inView: true });
  }
  return seen;
}

/** Runs in the page. */
function look(): Seen | undefined {
  const looksOf = (of: Element) => {
    // EUI draws the ring of some inputs on what is around, beside or in them.
    const around = [1, 2, 3, 4].reduce<Element[]>(
      (all) => [...all, all[all.length - 1]?.parentElement ?? of],
      [of],
    );
    const parts = [...around, ...(of.nextElementSibling ? [of.nextElementSibling] : [])];
    parts.push(...[...of.querySelectorAll('*')].slice(0, 8));
    return parts
      .flatMap((part) => [
        getComputedStyle(part),
        getComputedStyle(part, '::before'),
        getComputedStyle(part, '::after'),
      ])
      .map((style) =>
        [
          style.outlineStyle === 'none'
            ? ''
            : `${style.outlineStyle} ${style.outlineWidth} ${style.outlineColor}`,
          style.boxShadow,
          style.backgroundColor,
          style.backgroundImage,
          style.backgroundSize,
          style.borderColor,
          style.textDecorationLine,
          style.color,
        ].join(';'),
      )
      .join('\n');
  };
  const before = window.siemFocus;
  const unmarked =
    before?.element.isConnected &&
    before.element !== document.activeElement &&
    looksOf(before.element) === before.look
      ? before.name
      : undefined;
  const element = document.activeElement;
  // What is the host's own looks as the host wants it.
  const isOurs = element?.closest(
    '[data-test-subj="siemApp"], [data-euiportal], .euiFlyout, .euiModal, .euiPopover__panel',
  );
  if (!element || element === document.body) {
    delete window.siemFocus;
    return undefined;
  }
  const words = element.getAttribute('aria-label') ?? element.textContent ?? '';
  const name = `${element.tagName} ${element.getAttribute('data-test-subj') ?? ''} ${words.trim().slice(0, 40)}`;
  // EUI hides the inputs of checkboxes, radios and combo boxes, and draws their parent.
  const boxes = [element, element.parentElement ?? element].map((part) => part.getBoundingClientRect());
  const isShown = boxes.some(({ width, height }) => width > 1 && height > 1);
  const inView = boxes.some(
    ({ top, bottom, left, right }) => bottom > 0 && right > 0 && top < innerHeight && left < innerWidth,
  );
  // In a text the caret shows where the focus is.
  const hasCaret = element.matches('textarea, input:not([type]), input[type="text"], input[type="search"]');
  if (isOurs && !hasCaret) window.siemFocus = { element, look: looksOf(element), name };
  else delete window.siemFocus;
  return { name, isShown, inView, ...(unmarked && { unmarked }) };
}
