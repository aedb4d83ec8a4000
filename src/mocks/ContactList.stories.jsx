import { ContactList } from './ContactList.jsx';
import { replaying } from './handlers.js';

export default { component: ContactList };

const inScenario = scenario => ({ beforeEach: ({ msw }) => msw.use(...replaying(scenario)) });

export const Default = inScenario('default');
export const Empty = inScenario('empty');
export const Nameless = inScenario('nameless');
export const Nulls = inScenario('nulls');
export const TagsDown = inScenario('tags-down');
export const Down = inScenario('down');
