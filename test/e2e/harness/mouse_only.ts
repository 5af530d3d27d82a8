import type { Page } from '@playwright/test';

/**
 * Elements that do something when they are clicked and that a keyboard cannot reach: React has a click handler for them, they are in no button,
 * link, input or label, name none, and do not themselves take focus and keys. Those of EUI may instead hold a control that does the same, such as a combo
 * box around its input. Nothing else is exempt: charts of ours zoom by dragging only, which their time picker does as well.
 */
export function mouseOnlyElements(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const CONTROLS = 'a[href], button, input, select, textarea, summary, label';
    const propsOf = (element: Element) => {
      const key = Object.keys(element).find((name) => /^__react(?:EventHandlers|Props)\$/.test(name));
      return key ? (element as unknown as Record<string, Record<string, unknown>>)[key] : undefined;
    };
    const takesKeys = (element: Element) =>
      element.matches('[tabindex]:not([tabindex="-1"])') &&
      ['onKeyDown', 'onKeyUp', 'onKeyPress'].some((name) => propsOf(element)?.[name]);
    const inControl = (element: Element) => element.closest(CONTROLS) !== null;
    const namesControl = (element: Element) =>
      element.id !== '' && document.querySelector(`button[aria-labelledby~="${element.id}"]`) !== null;
    const holdsControl = (element: Element) =>
      /(?:^| )eui/.test(element.className.toString()) && element.querySelector(CONTROLS) !== null;
    const ours = document.querySelectorAll('.application, [data-euiportal], .euiFlyout, .euiModal');
    const all = new Set([...ours].flatMap((part) => [part, ...part.querySelectorAll('*')]));
    const found: string[] = [];
    for (const element of all) {
      if (typeof propsOf(element)?.onClick !== 'function') continue;
      if ([inControl, takesKeys, holdsControl, namesControl].some((isFine) => isFine(element))) continue;
      found.push((element.cloneNode() as Element).outerHTML.slice(0, 200));
    }
    return found;
  });
}
