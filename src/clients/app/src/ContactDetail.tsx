import { useMemo } from 'react';
import { skipToken, useQuery } from '@apollo/client/react';
import { Avatar } from './Avatar';
import { CONTACT, CONTACT_ROW } from './documents';
import { failureOf } from './failure';
import { readFragment } from './graphql';
import type { ContactQuery } from './graphql/graphql';
import { Problem } from './Problem';

/** All of one contact. */
export function ContactDetail({ id, close }: { id?: string; close: () => void }) {
  const { data, loading, error, refetch } = useQuery(CONTACT, id ? { variables: { id } } : skipToken);
  const failure = useMemo(() => (error ? failureOf(error) : undefined), [error]);
  const again = () => void refetch();
  if (!id) return <aside className="detail none">Choose a contact.</aside>;
  return (
    <aside className="detail" aria-label="Contact" aria-busy={loading}>
      <button className="close" onClick={close}>Back</button>
      {loading && <div className="skeleton" />}
      {failure && !loading && <Problem failure={failure} retry={again} restart={again} />}
      {data?.contact && <Card contact={data.contact} />}
      {!loading && !failure && data && !data.contact && <p className="empty">This contact is gone.</p>}
    </aside>
  );
}

function Card({ contact }: { contact: NonNullable<ContactQuery['contact']> }) {
  const row = readFragment(CONTACT_ROW, contact);
  return (
    <>
      <div className="head">
        <Avatar contact={row} photoUrl={contact.photoUrl} />
        <div>
          <p className="furigana">{row.name.phoneticFull}</p>
          <h2>{contact.detailedName?.full ?? row.displayName}</h2>
          <p className="tags">{row.tags?.map(tag => <em key={tag.id}>{tag.name}</em>)}</p>
        </div>
      </div>
      <dl>
        <Part name="Company" values={contact.organizations.map(({ name, department, title }) => [name, department, title].filter(Boolean).join(' · '))} />
        <Part
          name="Phone"
          values={contact.phones.map(({ value, tel }) => linked(value, tel))}
          kinds={contact.phones.map(kind)}
        />
        <Part name="E-mail" values={contact.emails.map(({ address }) => address && <a href={`mailto:${address}`}>{address}</a>)} />
        <Part name="Address" values={contact.locations.map(({ zipcode, value }) => [zipcode, value].filter(Boolean).join(' '))} kinds={contact.locations.map(kind)} />
        <Part name="Website" values={contact.websites.map(({ value, url }) => linked(value, url))} />
        <Part name="Days" values={contact.events.map(({ value, date, calendar }) => `${date ?? value ?? ''}${calendar === 'LUNAR' ? ' (lunar)' : ''}`)} kinds={contact.events.map(kind)} />
        <Part name="Memo" values={[contact.memo]} />
        <Part name="Created" values={[day(contact.creationTime)]} />
        <Part name="Changed" values={[day(contact.modificationTime)]} />
      </dl>
    </>
  );
}

/** As a link where there is one that is safe to open. */
const linked = (value?: string | null, link?: string | null) => (link ? <a href={link}>{value}</a> : value);

/** A value that this app does not know yet is shown as LINE WORKS sent it. */
function kind({ type, typeRaw, customType }: { type: string; typeRaw?: string | null; customType?: string | null }): string {
  return customType ?? (type === 'UNKNOWN' ? (typeRaw ?? '') : type.toLowerCase().replace('_', ' '));
}

const day = (time?: string | null) => time && new Date(time).toLocaleDateString('en', { dateStyle: 'medium' });

function Part({ name, values, kinds = [] }: { name: string; values: React.ReactNode[]; kinds?: string[] }) {
  const given = values.flatMap((value, i) => (value ? [{ value, kind: kinds[i] }] : []));
  if (given.length === 0) return null;
  return (
    <>
      <dt>{name}</dt>
      {given.map(({ value, kind }, i) => <dd key={i}>{value}{kind && <small> {kind}</small>}</dd>)}
    </>
  );
}
