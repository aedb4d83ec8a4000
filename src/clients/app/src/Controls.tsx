import { useQuery } from '@apollo/client/react';
import { TAGS } from './documents';
import type { ContactOrder } from './graphql/graphql';

const ORDERS = {
  oldest: { text: 'Oldest first', orderBy: { field: 'CREATION_TIME', direction: 'ASC' } },
  newest: { text: 'Newest first', orderBy: { field: 'CREATION_TIME', direction: 'DESC' } },
  name: { text: 'Name', orderBy: { field: 'NAME', direction: 'ASC' } },
  modified: { text: 'Last changed', orderBy: { field: 'MODIFICATION_TIME', direction: 'DESC' } },
} satisfies Record<string, { text: string; orderBy: ContactOrder }>;

type Order = keyof typeof ORDERS;

export const DEFAULTS = { keyword: '', tag: '', externalOnly: false, order: 'oldest' as Order, fromEnd: false };

export const orderBy = (order: Order): ContactOrder => ORDERS[order].orderBy;

/** Search, filters and order. */
export function Controls({ value, change }: { value: typeof DEFAULTS; change: (value: typeof DEFAULTS) => void }) {
  const { data } = useQuery(TAGS);
  return (
    <form className="controls" role="search" onSubmit={event => event.preventDefault()}>
      <input
        type="search"
        aria-label="Search"
        placeholder="Name, company or tag"
        value={value.keyword}
        onChange={event => change({ ...value, keyword: event.target.value })}
      />
      <select aria-label="Tag" value={value.tag} onChange={event => change({ ...value, tag: event.target.value })}>
        <option value="">All tags</option>
        {data?.tags?.map(tag => (
          <option key={tag.id} value={tag.tagResourceId}>{tag.name ?? tag.tagResourceId}</option>
        ))}
      </select>
      <select aria-label="Order" value={value.order} onChange={event => change({ ...value, order: event.target.value as Order })}>
        {Object.entries(ORDERS).map(([order, { text }]) => <option key={order} value={order}>{text}</option>)}
      </select>
      <label>
        <input type="checkbox" checked={value.externalOnly} onChange={event => change({ ...value, externalOnly: event.target.checked })} />
        External
      </label>
      <label>
        <input type="checkbox" checked={value.fromEnd} onChange={event => change({ ...value, fromEnd: event.target.checked })} />
        From the end
      </label>
    </form>
  );
}
