import {
  EuiAccordion,
  EuiBasicTable,
  EuiCallOut,
  EuiCodeBlock,
  EuiSpacer,
  EuiText,
  EuiTitle,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React from 'react';
import type { SourceTestResponse } from '../../../common/api';
import { useTimeFormat } from '../../components/use_time_format';
import { errorMessage } from '../../services/errors';
import { formatBytes } from '../../services/format';

const SHOWN_REJECTS = 5;

/** What "Test connection" found, or the error that kept it from looking. */
export function TestResult({ result, message }: { result?: SourceTestResponse; message?: Error }) {
  const ok = result?.ok === true;
  return (
    <div data-test-subj={ok ? 'siemTestOk' : 'siemTestFailed'} aria-live="polite">
      <EuiSpacer size="m" />
      <EuiCallOut
        size="s"
        color={ok ? 'success' : 'danger'}
        iconType={ok ? 'check' : 'alert'}
        title={
          ok
            ? i18n.translate('awsSiem.test.ok', { defaultMessage: 'The connection works' })
            : i18n.translate('awsSiem.test.failed', { defaultMessage: 'The connection does not work yet' })
        }
      >
        <p>{result?.message ?? (message && errorMessage(message))}</p>
      </EuiCallOut>
      {result && result.objects.length > 0 && <ObjectsTable objects={result.objects} />}
      {result && result.events.length > 0 && <FirstEvents events={result.events} />}
      {result && result.rejects.length > 0 && <FirstRejects rejects={result.rejects} />}
    </div>
  );
}

type FoundObject = SourceTestResponse['objects'][number];

const OBJECTS = i18n.translate('awsSiem.test.objects', { defaultMessage: 'Objects found' });

/** In little room, so that what was tried with them below is in sight. */
function ObjectsTable({ objects }: { objects: FoundObject[] }) {
  const formatTime = useTimeFormat();
  return (
    <>
      <EuiSpacer size="m" />
      <div className="siem-scroll" tabIndex={0} role="group" aria-label={OBJECTS} style={{ maxHeight: 220 }}>
        <EuiBasicTable
          compressed
          items={objects}
          tableCaption={OBJECTS}
          columns={[
            {
              name: i18n.translate('awsSiem.test.key', { defaultMessage: 'Object' }),
              render: ({ key, skipped }: FoundObject) => (
                <div style={{ wordBreak: 'break-all' }}>
                  {key}
                  {skipped && (
                    <EuiText size="xs" color="subdued">
                      {i18n.translate('awsSiem.test.skipped', {
                        defaultMessage: 'skipped: {reason}',
                        values: { reason: skipped },
                      })}
                    </EuiText>
                  )}
                </div>
              ),
            },
            {
              name: i18n.translate('awsSiem.test.size', { defaultMessage: 'Size' }),
              width: '80px',
              align: 'right',
              render: ({ size }: FoundObject) => formatBytes(size),
            },
            {
              name: i18n.translate('awsSiem.test.modified', { defaultMessage: 'Modified' }),
              width: '170px',
              render: ({ lastModified }: FoundObject) => formatTime(lastModified),
            },
          ]}
        />
      </div>
    </>
  );
}

function FirstEvents({ events }: { events: SourceTestResponse['events'] }) {
  return (
    <>
      <EuiSpacer size="m" />
      <EuiTitle size="xxs">
        <h3>
          <FormattedMessage id="awsSiem.test.events" defaultMessage="First events, as they will be indexed" />
        </h3>
      </EuiTitle>
      {events.map((event, index) => (
        <EuiAccordion
          key={index}
          id={`siemTestEvent-${index}`}
          buttonContent={i18n.translate('awsSiem.test.event', {
            defaultMessage: 'Event {number}',
            values: { number: index + 1 },
          })}
          initialIsOpen={index === 0}
        >
          <EuiCodeBlock language="json" paddingSize="s" fontSize="s" overflowHeight={260} isCopyable>
            {JSON.stringify(event, null, 2)}
          </EuiCodeBlock>
        </EuiAccordion>
      ))}
    </>
  );
}

function FirstRejects({ rejects }: { rejects: SourceTestResponse['rejects'] }) {
  return (
    <>
      <EuiSpacer size="m" />
      <EuiCallOut
        size="s"
        color="warning"
        title={i18n.translate('awsSiem.test.rejects', { defaultMessage: 'Some lines could not be parsed' })}
      >
        <ul>
          {rejects.slice(0, SHOWN_REJECTS).map(({ position, reason }) => (
            <li key={position}>
              {i18n.translate('awsSiem.test.reject', {
                defaultMessage: 'Line {position}: {reason}',
                values: { position, reason },
              })}
            </li>
          ))}
        </ul>
      </EuiCallOut>
    </>
  );
}
