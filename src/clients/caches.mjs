// How the caches of clients are told what of the schema is a thing of its own and what is a part of another.
import { relayStylePagination } from '@apollo/client/utilities';

/** Types of one value of what it stands in: the same one, whenever it is read. */
const VALUES = ['Name', 'DetailedName', 'PageInfo'];

/** Types of which there are several, or another one some time later. None of them has an id, so all are kept in what they stand in. */
const PARTS = [
  'CustomProperty', 'CustomPropertyValue', 'Email', 'Event', 'Location', 'Messenger', 'Organization', 'Phone', 'Photo', 'SharedMember',
  'Website', 'WorksAt', 'PrivateContact', 'PrivateWorksAt',
];

/** Pages of lists. */
const PAGES = ['ContactConnection', 'ContactEdge', 'PrivateContactConnection', 'PrivateContactEdge'];

const policies = (types, policy) => Object.fromEntries(types.map(type => [type, policy]));
const replaced = fields => ({ fields: Object.fromEntries(fields.map(field => [field, { merge: false }])) });

/**
 * Apollo Client: `new InMemoryCache({ typePolicies })`. A value is merged with what another query has read of it; a part, and a list
 * of parts, is replaced, as it may be another one by now.
 */
export const typePolicies = {
  Query: {
    fields: {
      contacts: relayStylePagination(['filter', 'orderBy']),
      changes: relayStylePagination(['since', 'filter']),
      privateContacts: relayStylePagination(['memberEmail']),
    },
  },
  Contact: replaced([
    'sharedMembers', 'emails', 'phones', 'organizations', 'locations', 'events', 'messengers', 'websites', 'photos', 'worksAt',
    'customProperties', 'tags',
  ]),
  ...policies(VALUES, { keyFields: false, merge: true }),
  ...policies(PARTS, { keyFields: false, merge: false }),
  ...policies(PAGES, { keyFields: false }),
};

/** urql: `cacheExchange({ keys, resolvers: { Query: { contacts: relayPagination() } } })` of @urql/exchange-graphcache. */
export const keys = policies([...VALUES, ...PARTS, ...PAGES], () => null);
