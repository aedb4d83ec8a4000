import type { ContactRowFragment } from './graphql/graphql';
import { initials } from './names';

/** Initials on a colour that goes with the contact. */
export function Avatar({ contact }: { contact: ContactRowFragment }) {
  let hue = 0;
  for (const letter of contact.id) hue = (hue * 31 + letter.charCodeAt(0)) % 360;
  return <span className="avatar" aria-hidden style={{ background: `hsl(${hue} 45% 38%)` }}>{initials(contact)}</span>;
}
