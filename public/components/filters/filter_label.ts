import { i18n } from '@osd/i18n';
import { type EventFilter, SIGNAL_FIELD } from '../../../common/event_filter';
import { isSignal } from '../../../common/signal';
import { fieldTitle, signalTitle } from '../../services/field_titles';

/** What a filter says, as people read it. */
export function eventFilterLabel({ field, value, negate }: EventFilter): string {
  const isOfSignal = field === SIGNAL_FIELD && isSignal(value);
  const text = isOfSignal ? signalTitle(value) : `${fieldTitle(field)}: ${value}`;
  return negate
    ? i18n.translate('awsSiem.pill.not', { defaultMessage: 'Not {text}', values: { text } })
    : text;
}
