// The tabs GraphiQL opens with.
export const examples = [
  {
    query: `# Press the play button, or Ctrl-Enter.
# Contacts, oldest first,
# with all that a contact list shows.
query FirstPage {
  contacts(first: 20) {
    nodes {
      name { full }
      primaryPhone { value type }
      primaryOrganization { name department title }
      isExternal
      worksAt { type buddyUserIds }
      tags { name }
    }
    pageInfo { hasNextPage endCursor }
  }
}
`,
  },
  {
    query: `# Contacts modified since a moment, the latest first.
# Page on: copy pageInfo.endCursor of an answer
# into the variable "after" and run again.
query Search($since: DateTime, $first: Int, $after: String) {
  contacts(
    first: $first
    after: $after
    filter: { modifiedBetween: { from: $since } }
    orderBy: { field: MODIFICATION_TIME, direction: DESC }
  ) {
    edges {
      cursor
      node {
        id
        name { full phoneticLastName phoneticFirstName }
        emails { address represent }
        modificationTime
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}
`,
    variables: JSON.stringify({ since: '2025-07-01T00:00:00+09:00', first: 5, after: null }, null, 2),
  },
  {
    query: `# All tags of the domain, and external contacts
# with where they come from.
query TagsAndExternals {
  tags { id tagResourceId name type }
  contacts(first: 10, filter: { externalOnly: true }) {
    nodes {
      name { full }
      worksAt { type typeRaw resourceId }
      messengers { type accountId }
    }
  }
}
`,
  },
];
