// The documentation lists fields in the order of the introspection, which has no meaning of its own.
const FIRST = ['contacts', 'contact', 'contactsByPhone', 'tags', 'tag', 'changes', 'nodes', 'node'];

const place = ({ name }) => (FIRST.indexOf(name) + 1 || FIRST.length + 1);

/** An introspection's answer with the root fields in the order of their use; those that are not known come last. */
export function byUse(answer) {
  const schema = answer.data?.__schema;
  const root = schema?.types.find(type => type.name === schema.queryType.name);
  root?.fields?.sort((one, other) => place(one) - place(other));
  return answer;
}
