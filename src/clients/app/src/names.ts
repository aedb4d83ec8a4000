import type { ContactRowFragment } from './graphql/graphql';

/** Family and given name in furigana. */
export function furigana({ phoneticLastName, phoneticFirstName }: ContactRowFragment['name']): string {
  return [phoneticLastName, phoneticFirstName].filter(Boolean).join(' ');
}

/** What a contact is called where it may have no name. */
export function title({ name, primaryOrganization, primaryEmail, primaryPhone }: ContactRowFragment): string {
  return name.full ?? primaryOrganization?.name ?? primaryEmail?.address ?? primaryPhone?.value ?? 'No name';
}

/** One letter of a family name in a script without spaces, else the first letters of given and family name. */
export function initials(contact: ContactRowFragment): string {
  const { lastName, firstName } = contact.name;
  const first = (text?: string | null) => [...(text ?? '').trim()][0] ?? '';
  if (/[\p{scx=Han}\p{scx=Hira}\p{scx=Hang}]/u.test(lastName ?? '')) return first(lastName);
  return (first(firstName) + first(lastName) || first(title(contact))).toUpperCase();
}
