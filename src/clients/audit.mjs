// Runs every audit of GraphQL over HTTP that graphql-http publishes, and takes nothing but "ok" for an answer.
// usage: node audit.mjs <gateway>
import { serverAudits } from 'graphql-http';

/** How many there are: a new version with more of them is to be noticed. */
const AUDITS = 61;

const [gateway] = process.argv.slice(2);
const audits = serverAudits({ url: `${gateway}/graphql` });
let ok = 0;
for (const { fn } of audits) {
  const { id, name, status, reason } = await fn();
  if (status === 'ok') ok++;
  else console.log(`  ${id} ${name}: ${status}, ${reason}`);
}
console.log(`  ${ok} of ${audits.length} audits ok, ${AUDITS} expected`);
process.exitCode = audits.length === AUDITS && ok === AUDITS ? 0 : 1;
