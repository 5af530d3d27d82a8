import type { Field } from '../../../../common/field';
import { paramTexts } from './param_texts';

const METRIC: Field = {
  name: 'metric',
  type: 'select',
  label: 'Number of',
  options: [
    { value: 'count', label: 'events' },
    { value: 'sum', label: 'sum of' },
  ],
};
const FIELDS: Field[] = [
  {
    name: 'conditions',
    type: 'rows',
    label: 'When',
    rowLabel: 'condition',
    minItems: 1,
    maxItems: 5,
    fields: [
      METRIC,
      { name: 'field', type: 'event_field', label: 'Field', visibleIf: { field: 'metric', in: ['sum'] } },
      { name: 'limit', type: 'number', label: 'over', min: 0, max: 10, unit: 'x' },
    ],
  },
  { name: 'groupBy', type: 'event_fields', label: 'For each', maxItems: 3 },
  { name: 'strict', type: 'boolean', label: 'Strict' },
  { name: 'window', type: 'duration', label: 'Within' },
];

it('says what is set, in the words of the form', () => {
  const conditions = [
    { metric: 'count', field: 'left.over', limit: 5 },
    { metric: 'sum', field: 'bytes', limit: 9 },
  ];
  expect(paramTexts(FIELDS, { conditions, groupBy: ['source.ip', 'user.name'], strict: false })).toEqual([
    { label: 'When', lines: ['events 5 x', 'sum of bytes 9 x'] },
    { label: 'For each', lines: ['source.ip, user.name'] },
    { label: 'Strict', lines: ['No'] },
  ]);
});

it('leaves out what is empty', () => {
  expect(paramTexts(FIELDS, { conditions: [], groupBy: [], window: '' })).toEqual([]);
});
