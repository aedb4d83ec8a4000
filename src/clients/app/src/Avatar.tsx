import { useContext, useState } from 'react';
import { GatewayContext } from './gateway';
import type { ContactRowFragment } from './graphql/graphql';

/**
 * A contact's photo, or initials on a colour that goes with the contact: whether there is a photo is known once it was asked
 * for. Each takes a call to LINE WORKS, so only the card of one contact asks, and the rows of a list have initials.
 */
export function Avatar({ contact, photoUrl }: { contact: ContactRowFragment; photoUrl?: string | null }) {
  const gateway = useContext(GatewayContext);
  const [missing, setMissing] = useState<string>();
  let hue = 0;
  for (const letter of contact.id) hue = (hue * 31 + letter.charCodeAt(0)) % 360;
  return (
    <span className="avatar" aria-hidden style={{ background: `hsl(${hue} 45% 38%)` }}>
      {photoUrl && photoUrl !== missing ? (
        // As the page is of another origin than the gateway, it has to ask in a way that CORS decides.
        <img src={new URL(photoUrl, gateway).href} crossOrigin="anonymous" alt="" onError={() => setMissing(photoUrl)} />
      ) : (
        initials(contact)
      )}
    </span>
  );
}

/** One letter of a family name in a script without spaces, else the first letters of given and family name. */
function initials({ displayName, name: { lastName, firstName } }: ContactRowFragment): string {
  const first = (text?: string | null) => [...(text ?? '').trim()][0] ?? '';
  if (/[\p{scx=Han}\p{scx=Hira}\p{scx=Hang}]/u.test(lastName ?? '')) return first(lastName);
  return (first(firstName) + first(lastName) || first(displayName)).toUpperCase();
}
