import type { JsonLinesLogType } from '../../log_type';
import { markerReason } from '../../object_key';
import { READ_POLICY } from '../../setup_snippets';
import { JSON_FIELDS } from './fields';
import { JsonParser } from './parser';

/** JSON objects of any program, one a line or joined. */
export const json: JsonLinesLogType = {
  id: 'json',
  title: 'Other JSON',
  description:
    'JSON objects of any shape, one a line. Time, message, address and user are found under usual names; an object without a time gets that of its file.',
  docsUrl: 'https://jsonlines.org/',
  dataset: 'json',
  deliveryDelay: 'when its program writes it',
  keyLayouts: ['{{prefix}}<any>.jsonl.gz'],
  setup: [READ_POLICY],
  format: 'json_lines',
  listKeys: ['Records', 'records'],
  fields: JSON_FIELDS,
  constants: { 'event.module': 'json' },
  dropped: {},
  skipObject: markerReason,
  open: (context) => new JsonParser(context),
};
