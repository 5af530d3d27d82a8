import { EuiButtonIcon, EuiContextMenuItem, EuiContextMenuPanel } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import { useSiem } from '../application/siem_context';
import { LAST_DAY, type EventSearch } from '../services/discover_link';
import { phraseFilter } from '../services/phrase_filter';
import { useDiscoverUrls } from './discover_link';
import { MenuPopover } from './menu_popover';
import { useLinkTo } from './use_link_to';

interface Props {
  /** Of the events, such as `source.ip`. */
  field: string;
  value: string | number | boolean;
  /** The search that the value was seen in, without a filter for the value itself. */
  search: EventSearch;
  /** Narrows the page to the value, or with `negate` to all but it. */
  onFilter?(filter: { field: string; value: string; negate: boolean }): void;
  /** Path, below the app, of the page that tells all that is known of the value. */
  explore?: string;
  /** Where dates in a rule's query mean what they mean in this query. */
  timeField?: string;
}

/** The small "⋯" beside a value in a table or chart: what can be done with it. */
export function ValueActions(props: Props) {
  const values = { field: props.field, value: String(props.value) };
  return (
    <MenuPopover
      anchorPosition="downLeft"
      button={(toggle) => (
        <EuiButtonIcon
          size="xs"
          color="text"
          iconType="boxesHorizontal"
          aria-label={i18n.translate('awsSiem.value.actions', {
            defaultMessage: 'Actions for {field} {value}',
            values,
          })}
          onClick={toggle}
          data-test-subj="siemValueActions"
        />
      )}
    >
      {(close) => <ValueMenu {...props} close={close} />}
    </MenuPopover>
  );
}

function ValueMenu({
  field,
  value,
  search,
  onFilter,
  explore,
  timeField = '@timestamp',
  close,
}: Props & { close(): void }) {
  const { core, deps, canWrite } = useSiem();
  const urls = useDiscoverUrls();
  const linkTo = useLinkTo();
  const narrowed = { ...search, filters: [...(search.filters ?? []), phraseFilter(field, value)] };
  const discover = urls(narrowed);

  function filter(negate: boolean): void {
    close();
    onFilter?.({ field, value: String(value), negate });
  }

  async function createAlert(): Promise<void> {
    close();
    const { openRuleFlyout } = await import('../create_alert');
    const { index, query = '', language = 'lucene', filters, time = LAST_DAY } = narrowed;
    openRuleFlyout(core, deps, { query, language, filters, time, indexPattern: { title: index, timeField } });
  }

  return (
    <EuiContextMenuPanel
      items={[
        onFilter && (
          <EuiContextMenuItem
            key="for"
            icon="plusInCircle"
            onClick={() => filter(false)}
            data-test-subj="siemFilterFor"
          >
            {i18n.translate('awsSiem.value.filterFor', { defaultMessage: 'Filter for this value' })}
          </EuiContextMenuItem>
        ),
        onFilter && (
          <EuiContextMenuItem
            key="out"
            icon="minusInCircle"
            onClick={() => filter(true)}
            data-test-subj="siemFilterOut"
          >
            {i18n.translate('awsSiem.value.filterOut', { defaultMessage: 'Filter this value out' })}
          </EuiContextMenuItem>
        ),
        explore && (
          <EuiContextMenuItem key="explore" icon="inspect" {...linkTo(explore)} data-test-subj="siemExplore">
            {i18n.translate('awsSiem.value.explore', { defaultMessage: 'All that is known of it' })}
          </EuiContextMenuItem>
        ),
        discover && (
          <EuiContextMenuItem
            key="discover"
            icon="discoverApp"
            href={discover}
            data-test-subj="siemShowInDiscover"
          >
            {i18n.translate('awsSiem.value.discover', { defaultMessage: 'Show events in Discover' })}
          </EuiContextMenuItem>
        ),
        canWrite && (
          <EuiContextMenuItem
            key="alert"
            icon="bell"
            onClick={() => void createAlert()}
            data-test-subj="siemCreateAlertOfValue"
          >
            {i18n.translate('awsSiem.value.createAlert', { defaultMessage: 'Create alert' })}
          </EuiContextMenuItem>
        ),
      ].filter((item): item is JSX.Element => !!item)}
    />
  );
}
