import type { z } from 'zod';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { FormState } from '../../../platform/web/form-state.ts';
import { isWithinLimit } from '../../../platform/web/rate-limit.ts';
import {
  type Call,
  get,
  missing,
  page,
  post,
  type Reply,
  type Route,
  redirect,
  refusedBy,
} from '../../../platform/web/route.ts';
import { findPerson } from '../../people/index.ts';
import { titleOf } from '../open/words.ts';
import { eventsPaths } from '../paths.ts';
import type { EventServices } from '../services.ts';
import { findShown } from '../store/events.ts';
import { listSeats } from '../store/seats.ts';
import { eventsMessages } from '../words.ts';
import { register } from './commands.ts';
import { notAsked, registerFormFor } from './form.ts';
import { partyOf } from './rules/party.ts';
import { limitOfMailbox, ownPath } from './token.ts';
import { RegisterPage, SentPage } from './views.tsx';

/** A hall that registers behind one network; what a stranger can do to a mailbox is limited by the mailbox. */
const LIMIT = { by: 'address', tries: 200, minutes: 60 } as const;
/** What is posted, of whomever. */
const whole = registerFormFor([], { isKnown: true });

type Looking = Pick<Call<{ id: string }, unknown, Database>, 'db' | 'params' | 'actor' | 'locale' | 'now'>;

/** Registering in under a minute, with an account or without one. */
export function registerRoutes(services: EventServices): readonly Route[] {
  return [
    get({
      path: eventsPaths.register,
      access: 'everyone',
      audit: null,
      handle: (call) => show(call, whole.begin({ adults: 1, crafts: 0, interpretation: '' })),
    }),
    post({
      path: eventsPaths.register,
      access: 'everyone',
      audit: 'events.registration.asked',
      limit: LIMIT,
      form: whole.schema,
      handle: (call) => send(call, services),
      again: (call, form) => show(call, form),
    }),
    get({
      path: eventsPaths.registerSent,
      access: 'everyone',
      audit: null,
      async handle({ db, params, locale }) {
        const event = await findShown(db, params.id);
        if (!event) return missing();
        return page(eventsMessages.in(locale).plain('register_sent_title'), <SentPage event={event} />);
      },
    }),
  ];
}

/** Who is signed in, as far as a registration needs it. */
async function knownTo({ db, actor }: Pick<Looking, 'db' | 'actor'>) {
  const person = actor.personId ? await findPerson(db, actor.personId) : null;
  return person?.email ? { id: person.id, name: person.name, email: person.email } : null;
}

async function show(call: Looking, form: FormState): Promise<Reply> {
  const event = await findShown(call.db, call.params.id);
  if (!event) return missing();
  const seats = await listSeats(call.db, event.id);
  const known = await knownTo(call);
  const t = eventsMessages.in(call.locale);
  return page(
    t.plain('register_to', { event: titleOf(event, call.locale) }),
    <RegisterPage
      event={event}
      of={registerFormFor(seats, { isKnown: known !== null })}
      form={form}
      without={notAsked(seats, { isKnown: known !== null })}
      known={known}
      now={call.now}
    />,
  );
}

async function send(
  call: Call<{ id: string }, z.output<typeof whole.schema>, Tx>,
  services: EventServices,
): Promise<Reply> {
  const { db, params, locale, now, fields } = call;
  const event = await findShown(db, params.id);
  if (!event) return missing();
  const known = await knownTo(call);
  const name = known?.name ?? fields.name;
  const email = known?.email ?? fields.email;
  if (!name || !email)
    return refusedBy(
      ...(name ? [] : [{ code: 'say_your_name', field: 'name' }]),
      ...(email ? [] : [{ code: 'email_is_not_complete', field: 'email' }]),
    );
  const done = await register(db, {
    eventId: event.id,
    personId: known?.id ?? null,
    ...{ name, email, locale, now },
    party: partyOf(fields),
    needs: fields.needs,
    question: fields.question,
    isProved: known !== null,
  });
  if (!done.ok) return refusedBy(done.refusal);
  if (done.value.isAsked && !(await isWithinLimit(db, limitOfMailbox(services, email), now)))
    return refusedBy({ code: 'mailbox_is_full_today', field: 'email' });
  await call.audit({
    subjectIds: known ? [known.id] : [],
    object: { kind: 'events.registration', id: done.value.registrationId },
  });
  if (!known) return redirect(eventsPaths.registerSent(params));
  const t = eventsMessages.in(locale);
  return redirect(
    ownPath(services, done.value.registrationId),
    done.value.isAgain ? { tone: 'done', text: t.noted('register_again') } : undefined,
  );
}
