// Uses the gateway with graphql-ws over a WebSocket: where it is on, where it is off, and from where it must not be used.
// usage: node websocket.mjs <gateway> <gateway with the WebSocket on> <gateway with it on that trusts only stored documents> <listed site>
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { check, FIRST, unheard } from './check.mjs';

const [off, on, trusting, LISTED] = process.argv.slice(2);

/** A browser's WebSocket says where its page came from, and no page can change that; this one says what it is told. */
const from = origin => class extends WebSocket {
  constructor(address, protocols) {
    super(address, protocols, origin === undefined ? {} : { origin });
  }
};

/** Sends one operation and gives all that came for it, or throws what the client throws. */
async function ask(gateway, payload, origin = gateway) {
  const client = createClient({ url: `${gateway.replace('http', 'ws')}/graphql`, webSocketImpl: from(origin), retryAttempts: 0 });
  try {
    const answers = [];
    for await (const answer of client.iterate(payload)) answers.push(answer);
    return answers;
  } finally {
    await client.dispose();
  }
}

const thrownBy = promise => promise.then(answers => assert.fail(`answered ${JSON.stringify(answers)}`), thrown => thrown);
const codesOf = errors => errors.map(({ extensions }) => extensions?.code);

const NAMES = 'query Names($first: Int!) { contacts(first: $first) { nodes { id name { full } } } }';

await check('a query is answered', async () => {
  const answers = await ask(on, { query: NAMES, variables: { first: 2 } });
  assert.equal(answers.length, 1);
  assert.equal(answers[0].errors, undefined);
  assert.equal(answers[0].data.contacts.nodes.length, 2);
  assert.equal(answers[0].data.contacts.nodes[0].name.full, FIRST.full);
});

await check('several operations on one socket are each answered', async () => {
  const client = createClient({ url: `${on.replace('http', 'ws')}/graphql`, webSocketImpl: from(on), retryAttempts: 0, lazyCloseTimeout: 1000 });
  try {
    const sizes = await Promise.all([1, 2, 3, 4, 5].map(async first => {
      for await (const { data } of client.iterate({ query: NAMES, variables: { first } })) return data.contacts.nodes.length;
    }));
    assert.deepEqual(sizes, [1, 2, 3, 4, 5]);
  } finally {
    await client.dispose();
  }
});

await check('an error of a field arrives with its code', async () => {
  const [answer] = await ask(on, { query: NAMES, variables: { first: 501 } });
  assert.deepEqual(codesOf(answer.errors), ['INVALID_ARGUMENT']);
});

await check('an error of the request arrives with its code', async () => {
  const errors = await thrownBy(ask(on, { query: '{ noSuchField }' }));
  assert.ok(Array.isArray(errors), `${errors?.message ?? errors?.reason ?? errors}`);
  assert.deepEqual(codesOf(errors), ['GRAPHQL_VALIDATION_FAILED']);
});

for (const [page, origin] of [
  ['a page of another site', 'http://elsewhere.example'],
  ['a page of another port', `${on}0`],
  ['a page without a site', 'null'],
  ['a page whose site begins with a listed one', `${LISTED}.elsewhere.example`],
]) {
  await check(`${page} is refused`, async () => {
    const error = await thrownBy(ask(on, { query: NAMES, variables: { first: 1 } }, origin));
    assert.match(`${error?.message}`, /Unexpected server response: 403/);
  });
}

await check('a page of a listed site is served', async () => {
  const [answer] = await ask(on, { query: NAMES, variables: { first: 1 } }, LISTED);
  assert.equal(answer.data.contacts.nodes[0].name.full, FIRST.full);
});

await check('nobody is served where it is off', async () => {
  const error = await thrownBy(ask(off, { query: NAMES, variables: { first: 1 } }));
  assert.match(`${error?.message}`, /Unexpected server response: 4\d\d/);
});

// The socket is no way around trusted documents. Its protocol wants a query, empty where there is none.
const manifest = JSON.parse(await readFile(new URL('../../target/clients/apollo.json', import.meta.url)));
const { id } = manifest.operations.find(({ name }) => name === 'FirstContacts');
const stored = sha256Hash => ({ query: '', extensions: { persistedQuery: { version: 1, sha256Hash } } });

await check('a trusted document is answered by its id', async () => {
  const [answer] = await ask(trusting, { ...stored(id), variables: { first: 1 } });
  assert.equal(answer.errors, undefined);
  assert.equal(answer.data.contacts.nodes[0].name.full, FIRST.full);
});

await check('a text and an unknown id are refused where documents are trusted', async () => {
  const text = await thrownBy(ask(trusting, { query: NAMES, variables: { first: 1 } }));
  assert.deepEqual(codesOf(text), ['DOCUMENT_NOT_TRUSTED']);
  const unknown = await thrownBy(ask(trusting, stored(unheard('no-such-id-'))));
  assert.deepEqual(codesOf(unknown), ['PERSISTED_QUERY_NOT_FOUND']);
});
