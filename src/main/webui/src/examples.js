// The tabs GraphiQL opens with. Lines of comments have 50 characters at most: the editor does not break them.
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
    query: `# The end of the list, and back from there.
# Page on: copy pageInfo.startCursor of an answer
# into the variable "before" and run again.
query PageBack($last: Int, $before: String) {
  contacts(last: $last, before: $before) {
    nodes {
      name { full }
      creationTime
    }
    pageInfo { hasPreviousPage startCursor }
  }
}
`,
    variables: JSON.stringify({ last: 5, before: null }, null, 2),
  },
  {
    query: `# Contacts modified since a moment,
# the latest first.
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
  {
    query: `# For a copy of the list: what was created or
# modified since a moment. Store the endCursor:
# as the variable "after" it has what came later.
query Changes($since: DateTime!, $after: String) {
  changes(since: $since, first: 5, after: $after) {
    nodes {
      id
      name { full }
      modificationTime
    }
    pageInfo { hasNextPage endCursor }
  }
}
`,
    variables: JSON.stringify({ since: '2025-01-01T00:00:00+09:00', after: null }, null, 2),
  },
  {
    query: `# A field that fails is null, and its error has a
# code. The other fields are answered.
query Errors {
  wrong: contact(id: "no-id-of-a-contact") { id }
  tags { name }
}
`,
  },
  {
    query: `# Press the gauge in the toolbar, then run this:
# extensions.cost counts objects of the answer,
# extensions.plan calls to LINE WORKS.
query CostAndPlan {
  contacts(first: 50) {
    totalCount
    nodes { id name { full } }
  }
}
`,
  },
];

/** What a new tab has: places to start from, each a query once its # is gone. */
export const newTab = `# Ctrl-Space completes, Ctrl-Enter runs,
# Ctrl-/ takes the # of a line away.
#
# { contacts(first: 5) { nodes { id memo } } }
# { contacts(last: 1) { nodes { creationTime } } }
# { tags { id name } }
`;
