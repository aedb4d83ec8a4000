// Mock Service Worker in Node, as in unit tests of components: no gateway runs.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { setupServer } from 'msw/node';
import { replaying } from './handlers.js';
import { operations } from './operations.js';

const server = setupServer();
before(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
after(() => server.close());

async function ask() {
  const response = await fetch('http://localhost/graphql', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ operationName: 'Contacts', ...operations.Contacts }),
  });
  return response.json();
}

test('contacts are answered as they were recorded', async () => {
  server.use(...replaying('default'));
  const { data, errors } = await ask();
  assert.equal(errors, undefined);
  assert.equal(data.contacts.nodes[0].name.full, 'April Jackson');
});

test('contacts stand without the tags that could not be read', async () => {
  server.use(...replaying('tags-down'));
  const { data, errors } = await ask();
  assert.equal(errors[0].extensions.retryable, true);
  assert.equal(data.contacts.nodes.length, 5);
});

test('an empty list is empty', async () => {
  server.use(...replaying('empty'));
  assert.deepEqual((await ask()).data.contacts.nodes, []);
});
