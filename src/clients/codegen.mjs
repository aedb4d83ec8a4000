// Uses the gateway with what graphql-codegen made of the app's documents: each is a trusted one, and is asked for by its id.
// usage: node codegen.mjs <gateway> <gateway that trusts only stored documents>
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { GraphQLClient } from 'graphql-request';
import { check, FIRST } from './check.mjs';

const [open, trusting] = process.argv.slice(2);
const manifest = JSON.parse(await readFile(new URL('../../target/clients/codegen.json', import.meta.url)));
const idOf = name => Object.entries(manifest).find(([, text]) => new RegExp(`\\bquery ${name}\\b`).test(text))[0];

await check('an id is the SHA-256 of its text', () => {
  assert.ok(Object.keys(manifest).length >= 4);
  for (const [id, text] of Object.entries(manifest)) assert.equal(id, createHash('sha256').update(text).digest('hex'));
});

for (const [what, gateway, body] of [
  ['as texts', open, name => ({ query: manifest[idOf(name)] })],
  ['by their ids where no other document is taken', trusting, name => ({ documentId: idOf(name) })],
]) {
  await check(`the app's documents ${what}`, async () => {
    const ask = async (name, variables) => {
      const answer = await fetch(`${gateway}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...body(name), variables }),
      });
      const { data, errors } = await answer.json();
      assert.equal(errors, undefined);
      return data;
    };
    const { contacts } = await ask('Contacts', { first: 2 });
    assert.equal(contacts.edges[0].node.displayName, FIRST.full);
    const { contact } = await ask('Contact', { id: contacts.edges[0].node.id });
    assert.equal(contact.id, contacts.edges[0].node.id);
    assert.ok((await ask('Tags')).tags.length > 0);
    assert.ok((await ask('ContactCount')).contacts.totalCount > 0);
  });
}

await check('graphql-request takes them', async () => {
  const { contacts } = await new GraphQLClient(`${open}/graphql`).request(manifest[idOf('Contacts')], { first: 2 });
  assert.equal(contacts.edges.length, 2);
});
