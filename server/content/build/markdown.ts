import type { Panel } from './panel';
import { visualization } from './panel';

/** A text; links that begin with `#/view/` lead to another dashboard and keep the time. */
export function markdown(id: string, title: string, text: string): Panel {
  return {
    ...visualization(id, title, {
      type: 'markdown',
      params: { fontSize: 12, openLinksInNewTab: false, markdown: text },
      plain: true,
    }),
    hideTitle: true,
  };
}
