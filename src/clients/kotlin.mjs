// Uses the gateway with what Apollo Kotlin's code generator made: its classes are there, and the documents of its manifest are trusted.
// usage: node kotlin.mjs <gateway that trusts only stored documents>
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { check, FIRST } from './check.mjs';

const [trusting] = process.argv.slice(2);
const made = new URL('../../target/clients/kotlin/', import.meta.url);

await check('a nullable time is a String?, as the scalar is mapped', async () => {
  const row = await readFile(new URL('generated/com/example/contacts/fragment/ContactRow.kt', made), 'utf8');
  assert.match(row, /val creationTime: String\?,/);
  assert.match(row, /val name: Name,/);
});

await check('a document of its manifest, with nothing but its id', async () => {
  const { operations } = JSON.parse(await readFile(new URL('manifest.json', made)));
  const { id } = operations.find(({ name }) => name === 'Contacts');
  const answer = await fetch(`${trusting}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ variables: { first: 2 }, extensions: { persistedQuery: { version: 1, sha256Hash: id } } }),
  });
  const { data, errors } = await answer.json();
  assert.equal(errors, undefined);
  assert.equal(data.contacts.edges[0].node.name.full, FIRST.full);
});
