// Records what the simulator answers to the operations of the application, in each of some scenarios.
// usage: node record.mjs <gateway> <file> [scenario]...
import { writeFile } from 'node:fs/promises';
import { operations } from './operations.js';

const [gateway, file, ...scenarios] = process.argv.slice(2);
const recorded = {};
for (const scenario of scenarios) {
  await post('/sandbox/reset', { scenario });
  recorded[scenario] = {};
  for (const [operationName, operation] of Object.entries(operations)) {
    recorded[scenario][operationName] = await post('/graphql', { operationName, ...operation });
  }
}
await post('/sandbox/reset', {});
await writeFile(file, JSON.stringify(recorded, null, 2) + '\n');

async function post(path, body) {
  const response = await fetch(gateway + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json();
}
