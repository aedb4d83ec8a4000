// What an application written with Relay asks. relay-compiler reads this file; nothing runs it.
import { graphql } from 'relay-runtime';

graphql`
  query contactsPageQuery($count: Int!) {
    ...contacts_list @arguments(count: $count)
  }
`;

graphql`
  fragment contacts_list on Query
  @argumentDefinitions(count: { type: "Int", defaultValue: 20 }, cursor: { type: "String" })
  @refetchable(queryName: "contactsNextPageQuery") {
    contacts(first: $count, after: $cursor) @connection(key: "contacts_list_contacts") {
      edges {
        node {
          id
          name {
            full
          }
        }
      }
    }
  }
`;

graphql`
  query contactsNodeQuery($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Contact {
        resourceId
      }
      ... on Tag {
        tagResourceId
      }
    }
  }
`;
