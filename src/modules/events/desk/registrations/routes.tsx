import { actRoutes } from '../../../../kits/acts/index.ts';
import type { Database } from '../../../../platform/database/connect.ts';
import { FormState } from '../../../../platform/web/form-state.ts';
import { type Call, get, missing, page, type Reply, type Route } from '../../../../platform/web/route.ts';
import { callName, findPersons } from '../../../people/index.ts';
import { titleOf } from '../../open/words.ts';
import { eventsPaths } from '../../paths.ts';
import { cancelRegistration } from '../../registrations/commands.ts';
import type { RegistrationScene } from '../../registrations/doing.ts';
import { listMoves, whoHasWords } from '../../store/desk.ts';
import { findEvent } from '../../store/events.ts';
import { findRegistration, listRegistrations, listWaiting, readWords } from '../../store/registrations.ts';
import type { Registration } from '../../types.ts';
import { eventsStaffMessages } from '../../words.ts';
import { registrationForms } from '../sent.ts';
import { DoorListPage } from './door-list.tsx';
import { RegistrationsPage } from './list-page.tsx';
import { RegistrationPage } from './one-page.tsx';

const access = ['coordinator'] as const;
type Looking = Pick<Call<{ id: string }, unknown, Database>, 'db' | 'params' | 'locale' | 'now'>;

/** Who comes to an event, who has an offer, who waits; one of them with what they need; the sheet for the door. */
export const registrationRoutes: readonly Route[] = [
  get({
    path: eventsPaths.deskRegistrations,
    access,
    audit: 'events.registrations.viewed',
    async handle(call) {
      const all = await listAll(call);
      if (!all) return missing();
      await call.audit(aboutAll(all));
      const title = eventsStaffMessages.in(call.locale).plain('registrations_title');
      const withWords = await whoHasWords(call.db, all.event.id);
      return page(title, <RegistrationsPage {...all} withWords={withWords} now={call.now} />);
    },
  }),
  get({
    path: eventsPaths.deskDoorList,
    access,
    audit: 'events.registrations.printed',
    async handle(call) {
      const all = await listAll(call);
      if (!all) return missing();
      await call.audit(aboutAll(all));
      return page(eventsStaffMessages.in(call.locale).plain('door_list'), <DoorListPage {...all} />);
    },
  }),
  get({
    path: eventsPaths.deskRegistration,
    access,
    audit: 'events.registration.viewed',
    async handle(call) {
      const registration = await findRegistration(call.db, call.params.id);
      if (registration) await call.audit(aboutOne(registration));
      return onePage(call, FormState.fresh());
    },
  }),
  ...actRoutes(
    registrationForms,
    {
      access,
      on: ({ params, actor, now }) => ({
        ...{ registrationId: params.id, as: 'coordinator' as const, byPersonId: actor.personId, now },
      }),
      about: ({ registration }: RegistrationScene) => aboutOne(registration),
      again: onePage,
    },
    { cancellation: ({ db }, on) => cancelRegistration(db, on) },
  ),
];

async function listAll({ db, params }: Looking) {
  const event = await findEvent(db, params.id);
  if (!event) return null;
  const [seated, offered] = [
    await listRegistrations(db, event.id, ['seated']),
    await listRegistrations(db, event.id, ['offered']),
  ];
  return { event, seated, offered, waiting: await listWaiting(db, event.id) };
}

function aboutAll({ event, seated, offered, waiting }: NonNullable<Awaited<ReturnType<typeof listAll>>>) {
  const subjectIds = [...seated, ...offered, ...waiting].flatMap(({ personId }) => personId ?? []);
  return { subjectIds, object: { kind: 'events.event', id: event.id } };
}

function aboutOne({ id, personId }: Registration) {
  return { subjectIds: personId ? [personId] : [], object: { kind: 'events.registration', id } };
}

async function onePage({ db, params, locale }: Looking, form: FormState): Promise<Reply> {
  const registration = await findRegistration(db, params.id);
  const event = registration && (await findEvent(db, registration.eventId));
  if (!event) return missing();
  const waiting = await listWaiting(db, event.id);
  const moves = await listMoves(db, registration.id);
  const persons = await findPersons(
    db,
    moves.flatMap(({ byPerson }) => byPerson ?? []),
  );
  const nameOf = (id: string) => {
    const person = persons.get(id);
    return person ? callName(person, locale) : null;
  };
  return page(
    `${registration.name} – ${titleOf(event, locale)}`,
    <RegistrationPage
      {...{ event, registration, form }}
      place={waiting.findIndex(({ id }) => id === registration.id) + 1}
      words={await readWords(db, registration.id)}
      moves={moves.map((move) => ({ ...move, by: move.byPerson && nameOf(move.byPerson) }))}
    />,
  );
}
