import { EuiLink } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React from 'react';
import { useLocation } from 'react-router-dom';
import type { EntityKind } from '../../common/entity';
import { explorePath } from '../services/explore_path';
import { useLinkTo } from './use_link_to';

/** An address, user, account, bucket or load balancer: leads to all that is known of it, in the period of this page. */
export function EntityLink({ kind, value }: { kind: EntityKind; value: string }) {
  const linkTo = useLinkTo();
  const { search } = useLocation();
  return (
    <EuiLink
      {...linkTo(explorePath(kind, value, search))}
      title={i18n.translate('awsSiem.entity.title', {
        defaultMessage: 'All that is known of {value}',
        values: { value },
      })}
      data-test-subj="siemEntity"
    >
      {value}
    </EuiLink>
  );
}
