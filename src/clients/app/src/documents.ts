import { graphql } from './graphql';

/** What a row of the list shows. Tags are a field of their own: if they cannot be had, the row is there without them. */
export const CONTACT_ROW = graphql(`
  fragment ContactRow on Contact {
    id
    displayName
    name { lastName firstName phoneticFull }
    isExternal
    primaryPhone { value }
    primaryOrganization { name title }
    tags { id name }
  }
`);

/** One page of the list: after a cursor or, with last, before one. */
export const CONTACTS = graphql(`
  query Contacts($first: Int, $after: String, $last: Int, $before: String, $filter: ContactFilter, $orderBy: ContactOrder) {
    contacts(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {
      edges { cursor node { id ...ContactRow } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }
`);

/** How many there are: a query of its own, as finding that out takes calls to LINE WORKS. */
export const CONTACT_COUNT = graphql(`
  query ContactCount($filter: ContactFilter) {
    contacts(first: 0, filter: $filter) { totalCount totalCountPrecision }
  }
`);

export const TAGS = graphql(`
  query Tags {
    tags { id tagResourceId name }
  }
`);

export const CONTACT = graphql(`
  query Contact($id: ID!) {
    contact(id: $id) {
      id
      ...ContactRow
      photoUrl
      detailedName { full }
      phones { type typeRaw customType value tel }
      emails { address }
      organizations { name department title }
      locations { type typeRaw customType value zipcode }
      websites { value url }
      events { type typeRaw customType value date calendar }
      memo
      creationTime
      modificationTime
    }
  }
`);
