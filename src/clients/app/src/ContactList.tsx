import { useEffect, useRef } from 'react';
import { useLazyQuery } from '@apollo/client/react';
import { Avatar } from './Avatar';
import { CONTACT_COUNT, CONTACT_ROW } from './documents';
import { readFragment, type FragmentType } from './graphql';
import type { ContactFilter, ContactOrder } from './graphql/graphql';
import { Problem } from './Problem';
import { useList } from './useList';

interface Props {
  filter: ContactFilter;
  orderBy: ContactOrder;
  fromEnd: boolean;
  typing: boolean;
  selected?: string;
  select: (id: string) => void;
}

/** The list, which goes on as it is scrolled; read from the end, it goes on by a button at its top. */
export function ContactList({ filter, orderBy, fromEnd, typing, selected, select }: Props) {
  const list = useList(filter, orderBy, fromEnd);
  const { pageInfo, contacts } = list;
  const waiting = list.loading || typing;
  const top = useRef<HTMLElement>(null);
  const startOver = () => {
    top.current?.scrollTo(0, 0);
    list.restart();
  };
  const goesOn = !fromEnd && !waiting && !list.loadingMore && !list.failure && !list.pageFailure && pageInfo?.hasNextPage;

  return (
    <main ref={top} className="list" aria-busy={waiting} data-shown={contacts.length}>
      <Count key={JSON.stringify(filter)} filter={filter} />
      {list.failure && <Problem failure={list.failure} retry={list.restart} restart={list.restart} />}
      {list.partFailure && <Problem failure={list.partFailure} title="A part of the list is missing" retry={list.restart} restart={list.restart} />}
      {fromEnd && pageInfo?.hasPreviousPage && !list.pageFailure && (
        <button className="previous" disabled={!!list.loadingMore} onClick={() => list.load('previous')}>Load previous</button>
      )}
      {fromEnd && list.pageFailure && <Problem failure={list.pageFailure} retry={() => list.load('previous')} restart={list.restart} />}
      <ul className={waiting ? 'stale' : ''}>
        {contacts.map(contact => (
          <li key={contact.id} data-id={contact.id}>
            <button className="row" aria-current={contact.id === selected} onClick={() => select(contact.id)}>
              <Row contact={contact} />
            </button>
          </li>
        ))}
        {list.loading && contacts.length === 0 && Array.from({ length: 8 }, (_, i) => <li key={i} className="skeleton" />)}
      </ul>
      {!fromEnd && list.pageFailure && <Problem failure={list.pageFailure} retry={() => list.load('next')} restart={startOver} />}
      {goesOn && <Sentinel key={pageInfo.endCursor} seen={() => list.load('next')} />}
      {list.loadingMore && <p className="more" role="status">Loading…</p>}
      {!waiting && !list.failure && contacts.length === 0 && !pageInfo?.hasNextPage && <p className="empty">No contacts.</p>}
    </main>
  );
}

function Row({ contact }: { contact: FragmentType<typeof CONTACT_ROW> }) {
  const row = readFragment(CONTACT_ROW, contact);
  return (
    <>
      <Avatar contact={row} />
      <span className="who">
        {row.name.phoneticFull && <span className="furigana">{row.name.phoneticFull}</span>}
        <span className="name">{row.displayName}</span>
        <span className="company">{[row.primaryOrganization?.name, row.primaryOrganization?.title].filter(Boolean).join(' · ')}</span>
      </span>
      <span className="phone">{row.primaryPhone?.value}</span>
      <span className="tags">
        {row.isExternal && <em>External</em>}
        {row.tags?.map(tag => <em key={tag.id}>{tag.name}</em>)}
      </span>
    </>
  );
}

/** Calls once when it comes near what is seen. Each page has one of its own, so that a page without contacts leads on too. */
function Sentinel({ seen }: { seen: () => void }) {
  const mark = useRef<HTMLDivElement>(null);
  const latest = useRef(seen);
  latest.current = seen;
  useEffect(() => {
    const observer = new IntersectionObserver(
      entries => {
        if (entries.some(entry => entry.isIntersecting)) {
          observer.disconnect();
          latest.current();
        }
      },
      { root: mark.current!.closest('.list'), rootMargin: '600px' },
    );
    observer.observe(mark.current!);
    return () => observer.disconnect();
  }, []);
  return <div ref={mark} className="sentinel" />;
}

/** The total is looked up when somebody wants to know it. */
function Count({ filter }: { filter: ContactFilter }) {
  const [count, { data, loading, error }] = useLazyQuery(CONTACT_COUNT);
  const { totalCount, totalCountPrecision } = data?.contacts ?? {};
  if (totalCount != null) {
    return <p className="count">{totalCountPrecision === 'EXACT' ? '' : 'At least '}{totalCount.toLocaleString('en')} contacts</p>;
  }
  return (
    <p className="count">
      <button disabled={loading} onClick={() => void count({ variables: { filter } })}>
        {error ? 'Not known now, count again' : 'Count'}
      </button>
    </p>
  );
}
