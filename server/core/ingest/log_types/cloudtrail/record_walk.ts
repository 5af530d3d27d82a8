import { recordPlacer } from '../../record_placer';
import { layoutOf } from '../../row_layout';
import { CLOUDTRAIL_FIELDS, COLUMNS } from './columns';

/** Puts the values of a record into their fields, but for those whose shape differs from call to call: the parser places them. */
export const placeRecord = recordPlacer(layoutOf(CLOUDTRAIL_FIELDS), COLUMNS, 'aws.cloudtrail.other', [
  'requestParameters',
  'responseElements',
  'resources',
]);
