// Uses the gateway with urql: by POST and GET, with persisted queries, errors and trusted documents.
// usage: node urql.mjs <gateway> <gateway that trusts only stored documents>
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { Client, fetchExchange, gql } from '@urql/core';
import { persistedExchange } from '@urql/exchange-persisted';
import { check, FIRST, recorder, shape, unheard } from './check.mjs';

process.env.NODE_ENV = 'production'; // in development urql takes no document without its text
const [open, trusting] = process.argv.slice(2);

function connect({ gateway = open, exchanges = [], preferGetMethod = false }) {
  const { fetch, sent } = recorder();
  const client = new Client({ url: `${gateway}/graphql`, exchanges: [...exchanges, fetchExchange], fetch, preferGetMethod });
  return { client, sent };
}

const codesOf = ({ error }) => {
  assert.equal(error?.networkError, undefined);
  return error?.graphQLErrors.map(({ extensions }) => extensions.code);
};

const NAMES = gql`
  query Names($first: Int!) {
    contacts(first: $first) {
      nodes { id name { full } creationTime }
    }
  }
`;

for (const [method, preferGetMethod] of [['POST', false], ['GET', 'force']]) {
  await check(`a query by ${method}`, async () => {
    const { client, sent } = connect({ preferGetMethod });
    const { data, error } = await client.query(NAMES, { first: 2 }).toPromise();
    assert.equal(error, undefined);
    assert.equal(data.contacts.nodes.length, 2);
    assert.equal(data.contacts.nodes[0].name.full, FIRST.full);
    assert.deepEqual(sent.map(shape), [`${method} text`]);
    assert.equal(sent[0].status, 200);
    assert.match(sent[0].type, /^application\/graphql-response\+json\b/, `${sent[0].accept} is asked for`);
  });

  await check(`errors by ${method} come with their code`, async () => {
    const { client } = connect({ preferGetMethod });
    assert.deepEqual(codesOf(await client.query(NAMES, { first: 501 }).toPromise()), ['INVALID_ARGUMENT']);
    assert.deepEqual(codesOf(await client.query('{ noSuchField }', {}).toPromise()), ['GRAPHQL_VALIDATION_FAILED']);
    assert.deepEqual(codesOf(await client.query(NAMES, { first: 'many' }).toPromise()), ['BAD_USER_INPUT']);
  });
}

const persistedWays = [
  ['POST', false, ['POST hash', 'POST text hash', 'POST hash']],
  ['GET', 'force', ['GET hash', 'GET text hash', 'GET hash']],
];
for (const [method, preferGetForPersistedQueries, expected] of persistedWays) {
  await check(`an automatic persisted query by ${method}: missed, told, then known by its hash`, async () => {
    const query = `query ${unheard('Persisted')}($first: Int!) { contacts(first: $first) { nodes { id } } }`;
    const { client, sent } = connect({ exchanges: [persistedExchange({ preferGetForPersistedQueries })] });
    const first = await client.query(query, { first: 3 }).toPromise();
    assert.equal(first.error, undefined);
    assert.equal(first.data.contacts.nodes.length, 3);
    assert.deepEqual(sent.map(shape), expected.slice(0, 2));
    assert.match(sent[0].hash, /^[0-9a-f]{64}$/);
    assert.equal(sent[0].answer.errors[0].message, 'PersistedQueryNotFound');
    assert.equal(sent[0].answer.errors[0].extensions.code, 'PERSISTED_QUERY_NOT_FOUND');
    const second = await client.query(query, { first: 3 }).toPromise();
    assert.deepEqual(sent.map(shape), expected);
    assert.deepEqual(second.data, first.data);
  });
}

// A trusted document is a query without text: urql sends its documentId.
const manifest = JSON.parse(await readFile(new URL('../../target/clients/apollo.json', import.meta.url)));
const stored = documentId => ({ kind: 'Document', definitions: [], documentId });
const FIRST_CONTACTS = stored(manifest.operations.find(({ name }) => name === 'FirstContacts').id);

for (const [method, preferGetMethod] of [['POST', false], ['GET', 'force']]) {
  await check(`a trusted document by ${method}, with nothing but its documentId`, async () => {
    const { client, sent } = connect({ gateway: trusting, preferGetMethod });
    const { data, error } = await client.query(FIRST_CONTACTS, { first: 2 }).toPromise();
    assert.equal(error, undefined);
    assert.equal(data.contacts.nodes[0].name.full, FIRST.full);
    assert.deepEqual(sent.map(shape), [`${method} id`]);
  });

  await check(`what is not trusted is refused by ${method}`, async () => {
    const { client } = connect({ gateway: trusting, preferGetMethod });
    assert.deepEqual(codesOf(await client.query(NAMES, { first: 1 }).toPromise()), ['DOCUMENT_NOT_TRUSTED']);
    assert.deepEqual(codesOf(await client.query(stored(unheard('no-such-id-')), {}).toPromise()), ['PERSISTED_QUERY_NOT_FOUND']);
  });
}
