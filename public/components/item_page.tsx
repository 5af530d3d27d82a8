import React, { Fragment, useCallback } from 'react';
import { useHistory, useParams } from 'react-router-dom';
import { useRequest } from '../services/use_request';
import { PageHeader } from './page_header';
import { PageLoading, RequestError } from './page_states';

interface Props<Type, Item> {
  /** Title of the page of a new one, of one that is being loaded, and of the list. */
  titles: { create: string; item: string; list: string };
  /** Path of the list, such as `/rules`. */
  path: string;
  loadTypes(signal: AbortSignal): Promise<{ items: Type[] }>;
  loadItem(id: string, signal: AbortSignal): Promise<Item>;
  /** Between title and form. */
  note?: React.ReactNode;
  /** The form; `done` leads back to the list. */
  children(parts: { types: Type[]; item?: Item; done(): void }): React.ReactNode;
}

/** The page of a new source, rule or channel, or of one that is there: loads it with the types there are and shows its form. */
export function ItemPage<Type, Item extends { id: string; name: string }>(props: Props<Type, Item>) {
  const { titles, path, loadTypes, loadItem, note, children } = props;
  const history = useHistory();
  const { id } = useParams<{ id: string }>();
  const isNew = id === 'new';
  const load = useCallback(
    async (signal: AbortSignal) => {
      const [types, item] = await Promise.all([loadTypes(signal), isNew ? undefined : loadItem(id, signal)]);
      return { types: types.items, item };
    },
    [loadTypes, loadItem, id, isNew],
  );
  const { data, error, reload } = useRequest(load);
  return (
    <>
      <PageHeader
        title={data?.item?.name ?? (isNew ? titles.create : titles.item)}
        parent={{ title: titles.list, path }}
      />
      {note}
      {error && <RequestError error={error} retry={reload} />}
      {!data && !error && <PageLoading />}
      {data && (
        // By what was loaded, not by the URL, so that a form never holds the values of another one.
        <Fragment key={data.item?.id ?? 'new'}>
          {children({ ...data, done: () => history.push(path) })}
        </Fragment>
      )}
    </>
  );
}
