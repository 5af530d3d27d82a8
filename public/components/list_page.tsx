import { EuiButton, EuiEmptyPrompt, EuiFlexGroup, EuiFlexItem, EuiPanel } from '@elastic/eui';
import React, { type ReactNode } from 'react';
import { useSiem } from '../application/siem_context';
import type { RequestState } from '../services/use_request';
import { PageHeader } from './page_header';
import { PageLoading, RequestError } from './page_states';
import { useLinkTo } from './use_link_to';
import { RefreshButton } from './refresh_button';

interface Props<T> {
  title: string;
  description: string;
  request: RequestState<{ items: T[] }>;
  /** What leads to a new item. */
  create: { label: string; path: string; testSubject: string };
  /** Shown in place of the table before there is an item. */
  empty: { icon: string; title: string; text: string; actions?: ReactNode };
  /** Beside "make one", as `EuiFlexItem`s. */
  actions?: ReactNode;
  children(items: T[]): ReactNode;
  testSubject: string;
}

/** The page of a list: heading, "make one", and the table or what stands in its place. */
export function ListPage<T>({
  title,
  description,
  request,
  create,
  empty,
  actions: more,
  children,
  testSubject,
}: Props<T>) {
  const { canWrite } = useSiem();
  const linkTo = useLinkTo();
  const { data, error, loading, reload } = request;
  const createButton = canWrite && (
    <EuiButton
      fill
      size="s"
      iconType="plusInCircle"
      {...linkTo(create.path)}
      data-test-subj={create.testSubject}
    >
      {create.label}
    </EuiButton>
  );
  const isEmpty = data?.items.length === 0;
  const actions = (
    <EuiFlexGroup gutterSize="s" responsive={false} alignItems="center">
      <EuiFlexItem grow={false}>
        <RefreshButton loading={loading} reload={reload} />
      </EuiFlexItem>
      {more}
      {createButton && <EuiFlexItem grow={false}>{createButton}</EuiFlexItem>}
    </EuiFlexGroup>
  );
  return (
    <div data-test-subj={testSubject}>
      <PageHeader title={title} description={description} actions={data && !isEmpty && actions} />
      {error && <RequestError error={error} retry={reload} />}
      {!data && loading && <PageLoading />}
      {data && !isEmpty && (
        <EuiPanel hasShadow={false} paddingSize="m">
          {children(data.items)}
        </EuiPanel>
      )}
      {data && isEmpty && (
        <EuiPanel hasShadow={false}>
          <EuiEmptyPrompt
            iconType={empty.icon}
            title={<h2>{empty.title}</h2>}
            titleSize="s"
            body={<p>{empty.text}</p>}
            actions={canWrite ? [createButton, empty.actions] : undefined}
          />
        </EuiPanel>
      )}
    </div>
  );
}
