import type { ContentReference } from '../../core/content/content_object';
import type { Panel } from './panel';
import { visualization } from './panel';

/** Lists to choose values from, which narrow the whole dashboard. */
export function controls(
  id: string,
  title: string,
  fields: ReadonlyArray<readonly [field: string, label: string]>,
): Panel {
  const refName = (index: number) => `control_${index}_index_pattern`;
  const panel = visualization(id, title, {
    type: 'input_control_vis',
    params: {
      controls: fields.map(([fieldName, label], index) => ({
        id: `${id}-${index}`,
        indexPatternRefName: refName(index),
        fieldName,
        parent: '',
        label,
        type: 'list',
        options: { type: 'terms', multiselect: true, dynamicOptions: true, size: 5, order: 'desc' },
      })),
      updateFiltersOnChange: true,
      useTimeFilter: true,
      pinFilters: false,
    },
    plain: true,
  });
  return {
    ...panel,
    hideTitle: true,
    build(scope, ...rest) {
      const object = panel.build(scope, ...rest);
      const references = fields.map((_, index): ContentReference => ({
        name: refName(index),
        type: 'index-pattern',
        id: scope.pattern,
      }));
      return { ...object, references };
    },
  };
}
