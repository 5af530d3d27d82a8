import {
  EuiButton,
  EuiButtonEmpty,
  EuiCheckbox,
  EuiFlexGroup,
  EuiFlexItem,
  EuiFlyout,
  EuiFlyoutBody,
  EuiFlyoutFooter,
  EuiFlyoutHeader,
  EuiSpacer,
  EuiText,
  EuiTitle,
} from '@elastic/eui';
import { i18n } from '@osd/i18n';
import { FormattedMessage } from '@osd/i18n/react';
import React, { useState } from 'react';
import type { ContentResponse } from '../../../common/content';
import { RequestError } from '../../components/page_states';
import { useAction } from '../../services/use_request';
import { useSiem } from '../siem_context';
import { outcomeOf, type Change, type Outcome } from './content_changes';
import { ItemGroup } from './item_group';

interface Props {
  content: ContentResponse;
  change: Change;
  onClose(): void;
  onDone(): void;
}

const INSTALL_TITLE = i18n.translate('awsSiem.dashboards.installTitle', {
  defaultMessage: 'Install or upgrade dashboards',
});
const UNINSTALL_TITLE = i18n.translate('awsSiem.dashboards.uninstallTitle', {
  defaultMessage: 'Uninstall dashboards',
});

/** Shows what installing or uninstalling will do, object by object, before it does it. */
export function ContentPreview({ content, change, onClose, onDone }: Props) {
  const { api, core, deps } = useSiem();
  const [edited, setEdited] = useState(false);
  const outcome = outcomeOf(content, change, edited);
  const action = useAction(async () => {
    await (change === 'install' ? api.installContent({ edited }) : api.uninstallContent({ edited }));
    // Links to Discover find the new index patterns.
    deps.data.indexPatterns.clearCache();
    core.notifications.toasts.addSuccess(done(change, outcome));
    onDone();
  });
  const isEdited = content.items.some(({ state }) => state === 'edited');
  const isIdle = outcome.created.length + outcome.updated.length + outcome.removed.length === 0;
  const title = change === 'install' ? INSTALL_TITLE : UNINSTALL_TITLE;
  return (
    <EuiFlyout
      size="m"
      ownFocus
      onClose={onClose}
      aria-labelledby="siemContentPreview"
      data-test-subj="siemContentPreview"
    >
      <EuiFlyoutHeader hasBorder>
        <EuiTitle size="m">
          <h2 id="siemContentPreview">{title}</h2>
        </EuiTitle>
        {content.tenant && (
          <EuiText size="s" color="subdued">
            <FormattedMessage
              id="awsSiem.dashboards.tenant"
              defaultMessage="In tenant {tenant}"
              values={{ tenant: content.tenant }}
            />
          </EuiText>
        )}
      </EuiFlyoutHeader>
      <EuiFlyoutBody>
        {action.error && (
          <>
            <RequestError error={action.error} />
            <EuiSpacer size="m" />
          </>
        )}
        <OutcomeGroups outcome={outcome} />
        {isEdited && (
          <>
            <EuiSpacer size="l" />
            <EuiCheckbox
              id="siemContentEdited"
              checked={edited}
              onChange={(event) => setEdited(event.target.checked)}
              label={
                change === 'install'
                  ? i18n.translate('awsSiem.dashboards.replaceEdited', {
                      defaultMessage: 'Replace what you edited, too. Your changes to it are lost.',
                    })
                  : i18n.translate('awsSiem.dashboards.removeEdited', {
                      defaultMessage: 'Remove what you edited, too',
                    })
              }
              data-test-subj="siemContentEdited"
            />
          </>
        )}
      </EuiFlyoutBody>
      <EuiFlyoutFooter>
        <EuiFlexGroup justifyContent="spaceBetween" responsive={false}>
          <EuiFlexItem grow={false}>
            <EuiButtonEmpty onClick={onClose}>
              <FormattedMessage id="awsSiem.dashboards.cancel" defaultMessage="Cancel" />
            </EuiButtonEmpty>
          </EuiFlexItem>
          <EuiFlexItem grow={false}>
            <EuiButton
              fill
              color={change === 'install' ? 'primary' : 'danger'}
              isDisabled={isIdle}
              isLoading={action.running}
              onClick={() => void action.run()}
              data-test-subj="siemConfirmContent"
            >
              {change === 'install' ? (
                <FormattedMessage id="awsSiem.dashboards.confirmInstall" defaultMessage="Install" />
              ) : (
                <FormattedMessage id="awsSiem.dashboards.confirmUninstall" defaultMessage="Uninstall" />
              )}
            </EuiButton>
          </EuiFlexItem>
        </EuiFlexGroup>
      </EuiFlyoutFooter>
    </EuiFlyout>
  );
}

function OutcomeGroups({ outcome }: { outcome: Outcome }) {
  return (
    <>
      <ItemGroup
        id="created"
        items={outcome.created}
        title={i18n.translate('awsSiem.dashboards.created', { defaultMessage: 'New' })}
      />
      <ItemGroup
        id="updated"
        items={outcome.updated}
        title={i18n.translate('awsSiem.dashboards.updated', { defaultMessage: 'Will be updated' })}
      />
      <ItemGroup
        id="removed"
        items={outcome.removed}
        title={i18n.translate('awsSiem.dashboards.removed', { defaultMessage: 'Will be removed' })}
      />
      <ItemGroup
        id="kept"
        items={outcome.kept}
        title={i18n.translate('awsSiem.dashboards.kept', { defaultMessage: 'Edited by you: kept' })}
      />
      <ItemGroup
        id="needed"
        items={outcome.needed}
        title={i18n.translate('awsSiem.dashboards.needed', {
          defaultMessage: 'Needed by what stays: kept',
        })}
      />
      <ItemGroup
        id="unchanged"
        items={outcome.unchanged}
        title={i18n.translate('awsSiem.dashboards.unchanged', { defaultMessage: 'Unchanged' })}
      />
    </>
  );
}

function done(change: Change, { created, updated, removed }: Outcome): string {
  return change === 'install'
    ? i18n.translate('awsSiem.dashboards.installed', {
        defaultMessage: '{count, plural, one {# object} other {# objects}} installed',
        values: { count: created.length + updated.length },
      })
    : i18n.translate('awsSiem.dashboards.uninstalled', {
        defaultMessage: '{count, plural, one {# object} other {# objects}} removed',
        values: { count: removed.length },
      });
}
