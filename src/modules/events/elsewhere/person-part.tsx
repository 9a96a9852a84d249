import type { VNode } from 'preact';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import type { PersonPart } from '../../../platform/parts/person-part.ts';
import { Link } from '../../../ui/index.ts';
import { useSaid } from '../open/said.tsx';
import { eventsPaths } from '../paths.ts';
import { listRegistrationsOf, type OwnRegistration } from '../store/registrations-of.ts';
import { eventsStaffMessages } from '../words.ts';

/** What somebody has registered for; nobody finds their own here. */
export const eventsPersonPart: PersonPart = {
  name: 'event-registrations',
  title: eventsStaffMessages.label('person_registrations'),
  order: 60,
  async list(db, { personId, readerId }, window) {
    if (personId === readerId) return { rows: [], next: null };
    const { rows, next } = await listRegistrationsOf(db, personId, window);
    return { rows: rows.map((line) => <Line {...line} />), next };
  },
};

function Line({ event, registration: { id, state } }: OwnRegistration): VNode {
  const t = useWords(eventsStaffMessages);
  const { title } = useSaid(event);
  return (
    <>
      <Link href={eventsPaths.deskRegistration({ id })}>{title}</Link>{' '}
      <span class="quiet">
        {useFormats().day(event.startsAt)} · {t(`person_registration_${state}`)}
      </span>
    </>
  );
}
