// Uses the gateway with graphql-request: by POST and GET, with variables, errors and what it cannot have.
// usage: node request.mjs <gateway>
import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { ClientError, gql, GraphQLClient } from 'graphql-request';
import { check, FIRST, recorder, SECOND, shape } from './check.mjs';

const [gateway] = process.argv.slice(2);

function connect(method) {
  const { fetch, sent } = recorder();
  return { client: new GraphQLClient(`${gateway}/graphql`, { method, fetch }), sent };
}

async function errorOf(promise) {
  const error = await promise.then(() => assert.fail('answered without an error'), thrown => thrown);
  assert.ok(error instanceof ClientError, `${error}`);
  return error.response;
}

const NAMES = gql`
  query Names($first: Int!) {
    contacts(first: $first) {
      nodes { id name { full } creationTime }
    }
  }
`;

const CREATED = gql`
  query Created($filter: ContactFilter) {
    contacts(filter: $filter) {
      nodes { name { full } creationTime }
    }
  }
`;

for (const method of ['POST', 'GET']) {
  await check(`a query by ${method}`, async () => {
    const { client, sent } = connect(method);
    const { contacts } = await client.request(NAMES, { first: 2 });
    assert.equal(contacts.nodes.length, 2);
    assert.equal(contacts.nodes[0].name.full, FIRST.full);
    assert.deepEqual(sent.map(shape), [`${method} text`]);
    assert.equal(sent[0].status, 200);
    assert.match(sent[0].type, /^application\/graphql-response\+json\b/, `${sent[0].accept} is asked for`);
  });

  await check(`times with an offset of +09:00 by ${method}`, async () => {
    const { client, sent } = connect(method);
    const createdBetween = { from: '2020-04-05T19:30:00+09:00', to: '2020-04-05T19:31:00+09:00' };
    const { contacts } = await client.request(CREATED, { filter: { createdBetween } });
    assert.deepEqual(contacts.nodes.map(({ name, creationTime }) => ({ full: name.full, creationTime })), [SECOND]);
    assert.equal(sent[0].variables.filter.createdBetween.from, createdBetween.from);
  });

  await check(`errors by ${method} come with their code`, async () => {
    const { client } = connect(method);
    const argument = await errorOf(client.request(NAMES, { first: 501 }));
    assert.equal(argument.errors[0].extensions.code, 'INVALID_ARGUMENT');
    assert.deepEqual(argument.errors[0].path, ['contacts']);
    for (const [document, variables, code] of [
      ['{ noSuchField }', {}, 'GRAPHQL_VALIDATION_FAILED'],
      [NAMES, { first: 'many' }, 'BAD_USER_INPUT'],
      [CREATED, { filter: { createdBetween: { from: 'yesterday' } } }, 'BAD_USER_INPUT'],
    ]) {
      const { status, errors } = await errorOf(client.request(document, variables));
      assert.deepEqual(errors.map(({ extensions }) => extensions?.code), [code]);
      assert.equal(status, 400, `${code}: no part of it was executed`);
    }
  });
}

await check('a batch is refused by status and word', async () => {
  const { client, sent } = connect('POST');
  const { status, errors } = await errorOf(client.batchRequests([
    { document: NAMES, variables: { first: 1 } },
    { document: NAMES, variables: { first: 2 } },
  ]));
  assert.equal(sent[0][1].variables.first, 2, 'an array was sent');
  assert.equal(status, 400);
  assert.equal(errors.length, 1);
  assert.match(errors[0].message, /array|batch|list/i);
  assert.equal(typeof errors[0].extensions.code, 'string');
});

await check('callers who go away leave the others nothing to wait for', async () => {
  const { client } = connect('POST');
  for (let i = 0; i < 300; i++) {
    const caller = new AbortController();
    const asked = client.request({ document: NAMES, variables: { first: 1 + i }, signal: caller.signal }).catch(() => 'gone');
    await setTimeout(2 + i % 8);
    caller.abort();
    await asked;
  }
  const { contacts } = await client.request({ document: NAMES, variables: { first: 2 }, signal: AbortSignal.timeout(5000) });
  assert.equal(contacts.nodes.length, 2);
});
