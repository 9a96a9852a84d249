import { z } from 'zod';
import { calendarFile, LAST_SEQUENCE } from '../../../../kits/slots/index.ts';
import type { Database, Tx } from '../../../../platform/database/connect.ts';
import { hrefIn } from '../../../../platform/languages/reading.tsx';
import type { Outcome } from '../../../../platform/refusal.ts';
import { FormState } from '../../../../platform/web/form-state.ts';
import {
  type Call,
  get,
  page,
  post,
  type Reply,
  type Route,
  redirect,
  refusedBy,
} from '../../../../platform/web/route.ts';
import { findDangers } from '../../../safety/index.ts';
import { codeOf } from '../../door/rules/names.ts';
import { plainly, titleOf, wordsOf } from '../../open/words.ts';
import { eventsPaths } from '../../paths.ts';
import type { EventServices } from '../../services.ts';
import { findAnswers } from '../../store/answers.ts';
import { readWords } from '../../store/registrations.ts';
import { listSeats } from '../../store/seats.ts';
import { readSaid } from '../../survey/questions.ts';
import type { Registration } from '../../types.ts';
import { eventsMessages } from '../../words.ts';
import { cancelRegistration, changeParty, declineOffer, prove, takeSeats } from '../commands.ts';
import type { OnRegistration, RegistrationScene } from '../doing.ts';
import { notAsked, partyFormFor } from '../form.ts';
import { partyOf, typedParty } from '../rules/party.ts';
import { findOwn, OWN_LIMIT } from './find.tsx';
import { OwnPage } from './view.tsx';

const party = partyFormFor([]);
type Party = z.output<typeof party.schema>;
type OwnCall = Pick<Call<{ token: string }, unknown, Database>, 'db' | 'params' | 'locale' | 'now'>;
type Doer = (tx: Tx, on: OnRegistration, typed: Party) => Promise<Outcome<RegistrationScene>>;

/** What can be done there: the last part of the path, the audit entry, what is said. */
const ACTS = {
  proof: { audit: 'events.registration.proved', says: 'own_was_proved', does: prove },
  seats: { audit: 'events.registration.seated', says: 'own_has_seats', does: takeSeats },
  refusal: { audit: 'events.registration.passed', says: 'own_was_passed', does: declineOffer },
  cancellation: {
    audit: 'events.registration.cancelled',
    says: 'own_was_cancelled',
    does: cancelRegistration,
  },
  party: {
    audit: 'events.registration.changed',
    says: 'own_was_changed',
    does: (tx, on, typed) => changeParty(tx, { ...on, party: partyOf(typed) }),
  },
} as const satisfies Record<string, { readonly audit: string; readonly says: string; readonly does: Doer }>;

/**
 * A registration for whoever has the link of a mail, without signing in. The link alone changes nothing, since scanners
 * follow links: buttons do.
 */
export function ownRoutes(services: EventServices): readonly Route[] {
  return [
    get({
      path: eventsPaths.own,
      access: 'everyone',
      audit: null,
      limit: OWN_LIMIT,
      handle: (call) => show(services, call, null),
    }),
    get({
      path: eventsPaths.calendar,
      access: 'everyone',
      audit: null,
      limit: OWN_LIMIT,
      handle: (call) => calendar(services, call),
    }),
    ...Object.entries(ACTS).map(([name, { audit, says, does }]) =>
      post({
        path: `${eventsPaths.own.pattern}/${name}`,
        access: 'everyone',
        audit,
        limit: OWN_LIMIT,
        form: name === 'party' ? party.schema : (z.object({}) as unknown as typeof party.schema),
        async handle(call) {
          const { db, params, now, locale, fields } = call;
          const found = await findOwn(services, call as unknown as OwnCall);
          if ('kind' in found) return found;
          const registrationId = found.registration.id;
          const done = await (does as Doer)(
            db,
            { registrationId, as: 'registrant', byPersonId: null, now },
            fields,
          );
          if (!done.ok) return refusedBy(done.refusal);
          const { personId } = done.value.registration;
          await call.audit({
            subjectIds: personId ? [personId] : [],
            object: { kind: 'events.registration', id: registrationId },
          });
          const text = eventsMessages.in(locale).noted(says);
          return redirect(eventsPaths.own(params as { token: string }), { tone: 'done', text });
        },
        again: (call, form) => show(services, call as unknown as OwnCall, form),
      }),
    ),
  ];
}

async function show(services: EventServices, call: OwnCall, form: FormState | null): Promise<Reply> {
  const found = await findOwn(services, call);
  if ('kind' in found) return found;
  const { event, registration } = found;
  const seats = await listSeats(call.db, event.id);
  const of = partyFormFor(seats);
  const answers = await findAnswers(call.db, registration.id);
  const words = await readWords(call.db, registration.id);
  const title = titleOf(event, call.locale);
  const body = (
    <OwnPage
      {...{ event, registration, of }}
      link={call.params.token}
      form={form ?? of.begin(typedParty(registration.party))}
      errors={form ?? FormState.fresh()}
      without={notAsked(seats, { isKnown: true })}
      hasAnswered={answers !== null}
      dangers={findDangers([words?.needs, words?.question, answers && readSaid(answers).words].join('\n'))}
      atDoor={{ url: doorUrl(services, registration), code: codeOf(registration) }}
      now={call.now}
    />
  );
  return { ...page(title, body), isShownOnce: true };
}

/** Finds the row on the list for those who may see it, and does nothing else. */
const doorUrl = ({ publicUrl }: EventServices, { id, eventId }: Registration) =>
  `${publicUrl}${eventsPaths.door({ id: eventId })}#door-${id}`;

/** The seat in a calendar: others see it, so that it says neither the address nor the link to the call. */
async function calendar(services: EventServices, call: OwnCall): Promise<Reply> {
  const found = await findOwn(services, call);
  if ('kind' in found) return found;
  const { event, registration } = found;
  const isOn = registration.state === 'seated' && event.state !== 'cancelled' && event.state !== 'postponed';
  const { words, language } = wordsOf(event, call.locale);
  const path = hrefIn(call.locale, eventsPaths.event({ id: event.id }));
  return calendarFile(
    'Events',
    {
      id: registration.id,
      sequence: registration.state === 'cancelled' ? LAST_SEQUENCE : event.sequence,
      startsAt: event.startsAt,
      endsAt: event.endsAt,
      title: titleOf(event, call.locale),
      details: isOn
        ? { url: services.publicUrl + path, area: event.isOnline ? null : plainly(words.area, language) }
        : null,
    },
    call.now,
  );
}
