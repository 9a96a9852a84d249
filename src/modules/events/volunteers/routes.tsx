import { z } from 'zod';
import type { Database } from '../../../platform/database/connect.ts';
import { ownId } from '../../../platform/permissions.ts';
import { refuse } from '../../../platform/refusal.ts';
import { requiredText } from '../../../platform/web/form-fields.ts';
import { FormState } from '../../../platform/web/form-state.ts';
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
import { callName, findIdsByName, findPersons } from '../../people/index.ts';
import { isApprovedVolunteer } from '../../trust/index.ts';
import { titleOf } from '../open/words.ts';
import { eventsPaths } from '../paths.ts';
import type { EventServices } from '../services.ts';
import { findEvent, lockEvent } from '../store/events.ts';
import { endHelper, insertHelper, listHelpers, listHelpingOf } from '../store/helpers.ts';
import { eventsMessages, eventsStaffMessages } from '../words.ts';
import { doorLink } from './link.ts';
import { mayHelpersChange } from './may.ts';
import { HelpersPage, HelpingPage } from './views.tsx';

const access = ['coordinator'] as const;
type Looking = Pick<Call<{ id: string }, unknown, Database>, 'db' | 'params' | 'locale' | 'now'>;
/** More have no such name; whoever types less of it is asked for more. */
const MOST_NAMED = 20;
const addForm = z.object({ name: requiredText(200, 'helper_name_is_missing') });

/** Who helps at the door, for coordinators; and for volunteers what they help at and what it came to. */
export const helperRoutes = (services: EventServices): readonly Route[] => [
  get({
    path: eventsPaths.deskHelpers,
    access,
    audit: null,
    handle: (call) => show(services, call, FormState.fresh()),
  }),
  post({
    path: eventsPaths.deskHelpers,
    access,
    audit: 'events.helper.added',
    form: addForm,
    async handle(call) {
      const { db, params, actor, now, locale, fields } = call;
      const event = await lockEvent(db, params.id);
      if (!event?.publishedAt) return missing();
      const may = mayHelpersChange(event);
      if (!may.ok) return refusedBy(may.refusal);
      const found = await findVolunteer(db, fields.name, now);
      if (!found.ok) return refusedBy(found.refusal);
      const personId = found.value;
      const helper = { eventId: event.id, personId, madeBy: ownId({ actor }) };
      if (!(await insertHelper(db, helper, now)))
        return refusedBy({ code: 'helper_is_there_already', field: 'name' });
      await call.audit({ subjectIds: [personId], object: { kind: 'events.event', id: event.id } });
      const text = eventsStaffMessages.in(locale).noted('helper_was_added');
      return redirect(eventsPaths.deskHelpers(params), { tone: 'done', text });
    },
    again: (call, form) => show(services, call, form),
  }),
  post({
    path: eventsPaths.deskHelperEnd,
    access,
    audit: 'events.helper.ended',
    async handle(call) {
      const { db, params, now, locale } = call;
      const event = await lockEvent(db, params.id);
      if (!event) return missing();
      const may = mayHelpersChange(event);
      if (!may.ok) return refusedBy(may.refusal);
      const helpers = await listHelpers(db, params.id);
      const helper = helpers.find(({ id }) => id === params.helperId);
      if (!helper || !(await endHelper(db, helper, now))) return missing();
      await call.audit({ subjectIds: [helper.personId], object: { kind: 'events.event', id: params.id } });
      const text = eventsStaffMessages.in(locale).noted('helper_was_ended');
      return redirect(eventsPaths.deskHelpers({ id: params.id }), { tone: 'done', text });
    },
  }),
  get({
    path: eventsPaths.helping,
    access: 'person',
    audit: null,
    async handle({ db, actor, locale, now }) {
      const all = await listHelpingOf(db, ownId({ actor }));
      const title = eventsMessages.in(locale).plain('helping_title');
      const body = <HelpingPage all={all} linkOf={(id) => doorLink(services, id)} now={now} />;
      // Its links let in without signing in.
      return { ...page(title, body), isShownOnce: true };
    },
  }),
];

/** The one volunteer of a name or an address. Refused where there is none, or there are several. */
async function findVolunteer(db: Database, name: string, now: Temporal.Instant) {
  const ids = await findIdsByName(db, name, MOST_NAMED);
  const approved: string[] = [];
  for (const id of ids) if (await isApprovedVolunteer(db, id, now)) approved.push(id);
  const [only, ...more] = approved;
  if (only === undefined) return refuse('helper_is_unknown', {}, 'name');
  return more.length > 0 ? refuse('helpers_of_that_name', {}, 'name') : { ok: true as const, value: only };
}

async function show(services: EventServices, call: Looking, form: FormState): Promise<Reply> {
  const { db, params, locale, now } = call;
  const event = await findEvent(db, params.id);
  if (!event?.publishedAt) return missing();
  const helpers = await listHelpers(db, event.id);
  const persons = await findPersons(
    db,
    helpers.map(({ personId }) => personId),
  );
  const rows = helpers.map(({ id, personId }) => {
    const person = persons.get(personId);
    return { id, name: person ? callName(person, locale) : '', link: doorLink(services, id) };
  });
  const title = eventsStaffMessages.in(locale).plain('helpers_of', { event: titleOf(event, locale) });
  return {
    ...page(title, <HelpersPage {...{ event, rows, form, now }} publicUrl={services.publicUrl} />),
    isShownOnce: true,
  };
}
