/** The operations of the application, by name: what is recorded is their answers. */
export const operations = {
  Contacts: {
    query: `query Contacts($first: Int!) {
      contacts(first: $first) {
        nodes { id name { full } primaryOrganization { name } tags { name } }
        pageInfo { hasNextPage endCursor }
      }
    }`,
    variables: { first: 5 },
  },
};
