import { EuiLink } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import React, { useCallback, type ReactNode } from 'react';
import { useSiem } from '../application/siem_context';
import { loadDiscover, type DiscoverUrls, type EventSearch } from '../services/discover_link';
import { useRequest } from '../services/use_request';

const NO_URL: DiscoverUrls = () => undefined;

/** Makes addresses in Discover. Until it is known whether there is one, and where there is none, it makes none. */
export function useDiscoverUrls(): DiscoverUrls {
  const { core, deps } = useSiem();
  const { data } = useRequest(useCallback(() => loadDiscover(core, deps), [core, deps]));
  return data ?? NO_URL;
}

/** A count, a bar's name, a time: leads to the same events in Discover. Where that cannot be it is plain text. */
export function DiscoverLink({ search, children }: { search: EventSearch; children: ReactNode }) {
  const url = useDiscoverUrls()(search);
  if (!url) return <>{children}</>;
  return (
    <EuiLink
      href={url}
      title={i18n.translate('awsSiem.discover.title', { defaultMessage: 'Show these events in Discover' })}
      data-test-subj="siemDiscoverLink"
    >
      {children}
    </EuiLink>
  );
}
