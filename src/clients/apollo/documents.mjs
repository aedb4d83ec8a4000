// What an application written with Apollo Client asks. Its manifest of trusted documents is made from this file.
import { gql } from '@apollo/client';

export const FIRST_CONTACTS = gql`
  query FirstContacts($first: Int!) {
    contacts(first: $first) {
      nodes {
        ...ContactName
      }
    }
  }

  fragment ContactName on Contact {
    id
    name {
      full
    }
  }
`;

export const CONTACT = gql`
  query OneContact($id: ID!) {
    contact(id: $id) {
      id
      resourceId
    }
  }
`;
