import { useEffect, useMemo, useRef, useState } from 'react';
import { NetworkStatus } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { CONTACTS } from './documents';
import type { ContactFilter, ContactOrder } from './graphql/graphql';
import { failureOf, type Failure } from './failure';

const SIZE = 40;

/** A list of contacts from its start or from its end, with what lies before and after. */
export function useList(filter: ContactFilter, orderBy: ContactOrder, fromEnd: boolean) {
  const first = { filter, orderBy, ...(fromEnd ? { last: SIZE } : { first: SIZE }) };
  const { data, previousData, error, networkStatus, fetchMore, refetch } = useQuery(CONTACTS, {
    variables: first,
    notifyOnNetworkStatusChange: true,
  });
  const list = JSON.stringify(first);
  const current = useRef(list);
  current.current = list;
  const [pageFailure, setPageFailure] = useState<{ list: string; failure: Failure }>();
  const [more, setMore] = useState<{ list: string; way: 'next' | 'previous' }>();

  /** Loads the page at one end of the list. Its answer is dropped if another list is shown by then. */
  async function load(way: 'next' | 'previous') {
    const pageInfo = data?.contacts?.pageInfo;
    if (!pageInfo || more?.list === list) return;
    setMore({ list, way });
    setPageFailure(undefined);
    const page = way === 'next' ? { first: SIZE, after: pageInfo.endCursor } : { last: SIZE, before: pageInfo.startCursor };
    try {
      const answer = await fetchMore({ variables: page, errorPolicy: 'all' });
      if (!answer.data?.contacts) throw answer.error;
    } catch (thrown) {
      if (current.current === list) setPageFailure({ list, failure: failureOf(thrown) });
    } finally {
      setMore(loading => (loading?.list === list ? undefined : loading));
    }
  }

  useEffect(() => setPageFailure(undefined), [list]);

  const loading = networkStatus === NetworkStatus.loading || networkStatus === NetworkStatus.setVariables;
  const failure = useMemo(() => (error ? failureOf(error) : undefined), [error]);
  const shown = data?.contacts ?? (loading ? previousData?.contacts : undefined);
  return {
    contacts: shown?.edges.flatMap(({ node }) => node ?? []) ?? [],
    pageInfo: data?.contacts?.pageInfo,
    /** The list is loaded, or loaded again. */
    loading: loading || networkStatus === NetworkStatus.refetch,
    loadingMore: more?.list === list ? more.way : undefined,
    /** Why there is no list. */
    failure: data?.contacts || loading ? undefined : failure,
    /** Why a part of it is missing, such as the tags. */
    partFailure: data?.contacts ? failure : undefined,
    /** Why its next page is not there. */
    pageFailure: pageFailure?.list === list ? pageFailure.failure : undefined,
    load,
    restart: () => {
      setPageFailure(undefined);
      void refetch(first);
    },
  };
}
