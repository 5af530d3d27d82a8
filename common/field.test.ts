import { describeErrors } from './codec';
import { type Field, fieldsCodec } from './field';

const fields: Field[] = [
  {
    name: 'metric',
    label: 'Metric',
    type: 'select',
    default: 'count',
    options: ['count', 'percentile'].map((value) => ({ value, label: value })),
  },
  {
    name: 'percent',
    label: 'Percent',
    type: 'number',
    min: 0,
    max: 100,
    decimals: true,
    visibleIf: { field: 'metric', in: ['percentile'] },
  },
  {
    name: 'steps',
    label: 'Steps',
    type: 'rows',
    rowLabel: 'step',
    minItems: 1,
    maxItems: 2,
    default: [{ query: '' }],
    fields: [{ name: 'query', label: 'Query', type: 'query' }],
  },
];

const decode = (value: unknown) => {
  const result = fieldsCodec(fields).decode(value);
  return result._tag === 'Right' ? result.right : describeErrors(result.left);
};

describe('the codec of declared fields', () => {
  it.each([
    ['fills in defaults', {}, { metric: 'count', steps: [{ query: '' }] }],
    ['drops what is not visible', { percent: 5 }, { metric: 'count', steps: [{ query: '' }] }],
    ['asks for what is visible', { metric: 'percentile' }, ['percent: is required']],
    [
      'takes decimals where declared',
      { metric: 'percentile', percent: 99.9 },
      { metric: 'percentile', percent: 99.9, steps: [{ query: '' }] },
    ],
    [
      'names the row of a mistake',
      { steps: [{ query: '' }, { quary: '' }] },
      ['steps.1.quary: is not known here; known: query', 'steps.1.query: is required'],
    ],
    ['refuses too few rows', { steps: [] }, ['steps: must have at least 1 entry']],
    ['refuses too many rows', { steps: [{}, {}, {}] }, ['steps: must have at most 2 entries']],
    ['refuses what is not an object', 'x', ['must be an object']],
  ])('%s', (_what, value, expected) => {
    expect(decode(value)).toEqual(expected);
  });
});
