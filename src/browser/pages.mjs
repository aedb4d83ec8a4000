// The examples of src/docs/frontend.md, as they stand there.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const text = readFileSync(new URL('../docs/frontend.md', import.meta.url), 'utf8');

/** The fenced blocks of a language, in their order. */
export function blocks(language) {
  return [...text.matchAll(/^```(\S+)\n([^]*?)^```$/gm)].filter(([, found]) => found === language).map(([, , code]) => code);
}

/** The one block of a language that has a text. */
export function block(language, having) {
  const found = blocks(language).filter(code => code.includes(having));
  assert.equal(found.length, 1, `${found.length} blocks of ${language} with "${having}"`);
  return found[0];
}
