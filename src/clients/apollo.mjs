// Uses the gateway with Apollo Client: by POST and GET, with automatic persisted queries, paging, errors and trusted documents.
// usage: node apollo.mjs <gateway> <gateway that trusts only stored documents>
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { ApolloClient, ApolloLink, CombinedGraphQLErrors, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { createPersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { generatePersistedQueryIdsFromManifest } from '@apollo/persisted-query-lists';
import { relayStylePagination } from '@apollo/client/utilities';
import { possibleTypes } from 'meishi-schema';
import { typePolicies } from 'meishi-schema/apollo';
import { filter, firstValueFrom, timeout } from 'rxjs';
import { CONTACT, FIRST_CONTACTS } from './apollo/documents.mjs';
import { check, FIRST, recorder, shape, unheard } from './check.mjs';

const [open, trusting] = process.argv.slice(2);
const sha256 = text => createHash('sha256').update(text).digest('hex');

/** A client with an empty cache, and what it sends. */
function connect({ gateway = open, persisted, http = {} }) {
  const { fetch, sent } = recorder();
  const links = [new HttpLink({ uri: `${gateway}/graphql`, fetch, ...http })];
  if (persisted) links.unshift(createPersistedQueryLink(persisted));
  const cache = new InMemoryCache({ possibleTypes, typePolicies: typePolicies(relayStylePagination) });
  return { client: new ApolloClient({ link: ApolloLink.from(links), cache }), sent };
}

async function codesOf(promise) {
  const error = await promise.then(() => assert.fail('answered without an error'), thrown => thrown);
  assert.ok(CombinedGraphQLErrors.is(error), `${error}`);
  return error.errors.map(({ extensions }) => extensions?.code);
}

const NAMES = gql`
  query Names($first: Int!) {
    contacts(first: $first) {
      nodes { id name { full } creationTime }
    }
  }
`;

for (const [method, http] of [['POST', {}], ['GET', { useGETForQueries: true }]]) {
  await check(`a query by ${method}`, async () => {
    const { client, sent } = connect({ http });
    const { data } = await client.query({ query: NAMES, variables: { first: 2 } });
    assert.equal(data.contacts.nodes.length, 2);
    assert.equal(data.contacts.nodes[0].name.full, FIRST.full);
    assert.equal(data.contacts.nodes[0].creationTime, FIRST.creationTime);
    assert.deepEqual(sent.map(shape), [`${method} text`]);
    assert.equal(sent[0].status, 200);
    assert.match(sent[0].type, /^application\/graphql-response\+json\b/, `${sent[0].accept} is asked for`);
  });

  await check(`errors by ${method} come with their code`, async () => {
    const { client, sent } = connect({ http });
    assert.deepEqual(await codesOf(client.query({ query: NAMES, variables: { first: 501 } })), ['INVALID_ARGUMENT']);
    assert.deepEqual(await codesOf(client.query({ query: gql`{ noSuchField }` })), ['GRAPHQL_VALIDATION_FAILED']);
    assert.deepEqual(await codesOf(client.query({ query: NAMES, variables: { first: 'many' } })), ['BAD_USER_INPUT']);
    assert.deepEqual(sent.slice(1).map(({ status }) => status), [400, 400], 'no part of these two was executed');
  });
}

const persistedWays = [
  ['POST', {}, {}, ['POST hash', 'POST text hash', 'POST hash']],
  ['GET for the hash alone', { useGETForHashedQueries: true }, {}, ['GET hash', 'POST text hash', 'GET hash']],
  ['GET for text and hash', { useGETForHashedQueries: true }, { useGETForQueries: true }, ['GET hash', 'GET text hash', 'GET hash']],
];
for (const [way, options, http, expected] of persistedWays) {
  await check(`an automatic persisted query by ${way}: missed, told, then known by its hash`, async () => {
    const { client, sent } = connect({ persisted: { sha256, ...options }, http });
    const query = gql`query ${unheard('Persisted')}($first: Int!) { contacts(first: $first) { nodes { id } } }`;
    const first = await client.query({ query, variables: { first: 3 }, fetchPolicy: 'no-cache' });
    assert.deepEqual(sent.map(shape), expected.slice(0, 2));
    assert.equal(sent[0].answer.errors[0].message, 'PersistedQueryNotFound');
    assert.equal(sent[0].answer.errors[0].extensions.code, 'PERSISTED_QUERY_NOT_FOUND');
    const second = await client.query({ query, variables: { first: 3 }, fetchPolicy: 'no-cache' });
    assert.deepEqual(sent.map(shape), expected);
    assert.equal(sent[2].status, 200);
    assert.equal(first.data.contacts.nodes.length, 3);
    assert.deepEqual(second.data, first.data);
  });
}

await check('an automatic persisted query whose hash is another text\'s is refused', async () => {
  const { client } = connect({ persisted: { sha256: text => sha256(`${text} `) } });
  const query = gql`query ${unheard('Forged')} { contacts(first: 1) { nodes { id } } }`;
  const codes = await codesOf(client.query({ query }));
  assert.equal(codes.length, 1);
  assert.equal(typeof codes[0], 'string');
});

const PAGE = gql`
  query Page($first: Int!, $after: String) {
    contacts(first: $first, after: $after) {
      edges { cursor node { id name { full } } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }
`;

await check('three pages by fetchMore and relayStylePagination are one page of their size', async () => {
  const { client, sent } = connect({});
  const pages = client.watchQuery({ query: PAGE, variables: { first: 20 } });
  const watching = pages.subscribe(() => {});
  const shown = async size => {
    const { data } = await firstValueFrom(pages.pipe(filter(({ data }) => data?.contacts.edges.length === size), timeout(10_000)));
    return data.contacts;
  };
  let paged = await shown(20);
  for (const size of [40, 60]) {
    assert.equal(paged.pageInfo.hasNextPage, true);
    await pages.fetchMore({ variables: { after: paged.pageInfo.endCursor } });
    paged = await shown(size);
  }
  watching.unsubscribe();
  assert.equal(sent.length, 3);

  const { data } = await connect({}).client.query({ query: PAGE, variables: { first: 60 } });
  assert.equal(new Set(data.contacts.edges.map(({ node }) => node.id)).size, 60);
  assert.deepEqual(paged.edges, data.contacts.edges);
  assert.deepEqual(paged.pageInfo, data.contacts.pageInfo);
});

const LIST = gql`
  query List($orderBy: ContactOrder) {
    contacts(first: 3, orderBy: $orderBy) {
      edges { cursor node { id } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }
`;

await check('lists of different orders are kept apart', async () => {
  const { client, sent } = connect({});
  const ids = async variables => (await client.query({ query: LIST, variables })).data.contacts.edges.map(({ node }) => node.id);
  const oldest = await ids({});
  const newest = await ids({ orderBy: { field: 'CREATION_TIME', direction: 'DESC' } });
  assert.notDeepEqual(newest, oldest);
  assert.deepEqual(await ids({}), oldest);
  assert.equal(sent.length, 2);
});

const COUNT = gql`
  query Count($filter: ContactFilter) {
    contacts(first: 0, filter: $filter) { totalCount totalCountPrecision }
  }
`;

await check('a total that is read first is no empty list, and stays with the list', async () => {
  const { client, sent } = connect({});
  const { data } = await client.query({ query: COUNT });
  const page = await client.query({ query: PAGE, variables: { first: 20 } });
  assert.equal(page.data.contacts.edges.length, 20);
  assert.equal(sent.length, 2);
  assert.deepEqual((await client.query({ query: COUNT })).data, data);
  assert.equal(sent.length, 2);
});

await check('the end of a list is another list than its start', async () => {
  const { client } = connect({});
  const query = gql`query End($first: Int, $last: Int) { contacts(first: $first, last: $last) { edges { cursor node { id } } } }`;
  const start = (await client.query({ query, variables: { first: 3 } })).data.contacts.edges;
  const end = (await client.query({ query, variables: { last: 3 } })).data.contacts.edges;
  assert.notDeepEqual(end, start);
  assert.deepEqual((await client.query({ query, variables: { first: 3 } })).data.contacts.edges, start);
});

await check('a list that failed is none, and is asked for again', async () => {
  const { client, sent } = connect({});
  const failing = { query: PAGE, variables: { first: 501 }, errorPolicy: 'all' };
  for (const size of [1, 2]) {
    const { data, error } = await client.query(failing);
    assert.equal(data?.contacts ?? null, null);
    assert.equal(error.errors[0].extensions.code, 'INVALID_ARGUMENT');
    assert.equal(sent.length, size);
  }
});

const parts = selection => gql`query Parts($id: ID!) { contact(id: $id) { id ${selection} } }`;

await check('parts of a contact are kept in it, and two queries for it do without a warning', async () => {
  const body = JSON.stringify({
    resourceId: 'parts', open: true, masterUserId: 'taro@example.com',
    name: { lastName: 'King', firstName: 'Martin', prefix: 'Dr.' },
    messengers: [{ id: 'taro@example.com', type: 'LINE' }, { id: 'taro@example.com', type: 'FACEBOOK' }],
    sharedMembers: [{ id: 'taro@example.com', type: 'USER' }],
    organizations: [{ name: 'A', title: 'B', represent: true }],
  });
  const made = await fetch(`${open}/sandbox/contacts`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  assert.ok(made.ok);
  const { client } = connect({});
  const variables = { id: Buffer.from('Contact:1:parts').toString('base64url') };
  const warnings = [];
  const warn = console.warn;
  console.warn = (...words) => warnings.push(words.join(' '));
  try {
    const selections = [
      'name { full } primaryOrganization { name } messengers { accountId type }',
      'name { lastName } primaryOrganization { title } sharedMembers { memberId type } messengers { type }',
      'name { full } detailedName { full prefix }',
    ];
    const read = [];
    for (const selection of selections) read.push((await client.query({ query: parts(selection), variables })).data.contact);
    assert.deepEqual(read[0].messengers.map(({ type }) => type), ['LINE', 'FACEBOOK']);
    assert.equal(read[0].name.full, read[2].name.full);
    assert.equal(read[2].detailedName.full, 'Dr. Martin King');
  } finally {
    console.warn = warn;
  }
  assert.deepEqual(warnings, []);
});

// Trusted documents, from the manifest that Apollo's own generator made of apollo/documents.mjs.
const manifest = JSON.parse(await readFile(new URL('../../target/clients/apollo.json', import.meta.url)));
const idOf = wanted => manifest.operations.find(({ name }) => name === wanted).id;
const fromManifest = generatePersistedQueryIdsFromManifest({ loadManifest: () => manifest });

for (const [method, options] of [['POST', {}], ['GET', { useGETForHashedQueries: true }]]) {
  await check(`documents of Apollo's manifest by ${method}, with nothing but their ids`, async () => {
    const { client, sent } = connect({ gateway: trusting, persisted: { ...fromManifest, ...options } });
    const first = await client.query({ query: FIRST_CONTACTS, variables: { first: 2 } });
    const [contact] = first.data.contacts.nodes;
    assert.equal(contact.name.full, FIRST.full);
    const { data } = await client.query({ query: CONTACT, variables: { id: contact.id } });
    assert.equal(data.contact.id, contact.id);
    assert.deepEqual(sent.map(shape), [`${method} hash`, `${method} hash`]);
    assert.deepEqual(sent.map(({ hash }) => hash), [idOf('FirstContacts'), idOf('OneContact')]);
  });
}

for (const [method, http] of [['POST', {}], ['GET', { useGETForQueries: true }]]) {
  await check(`a text by ${method} that no manifest has is refused where documents are trusted`, async () => {
    const { client, sent } = connect({ gateway: trusting, http });
    assert.deepEqual(await codesOf(client.query({ query: NAMES, variables: { first: 1 } })), ['DOCUMENT_NOT_TRUSTED']);
    assert.equal(sent[0].answer.data, undefined);
  });
}

await check('an unknown id is not found there, and no text can be stored under it', async () => {
  const { client, sent } = connect({ gateway: trusting, persisted: { sha256 } });
  assert.deepEqual(await codesOf(client.query({ query: NAMES, variables: { first: 1 } })), ['DOCUMENT_NOT_TRUSTED']);
  assert.deepEqual(await codesOf(client.query({ query: NAMES, variables: { first: 1 } })), ['DOCUMENT_NOT_TRUSTED']);
  assert.deepEqual(sent.map(shape), ['POST hash', 'POST text hash', 'POST hash', 'POST text hash']);
  for (const miss of [sent[0], sent[2]]) assert.equal(miss.answer.errors[0].extensions.code, 'PERSISTED_QUERY_NOT_FOUND');
});
