import { z } from 'zod';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import { ownId } from '../../../platform/permissions.ts';
import { choice, text } from '../../../platform/web/form-fields.ts';
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
import { findPersons, LANGUAGES } from '../../people/index.ts';
import { titleOf } from '../open/words.ts';
import { eventsPaths } from '../paths.ts';
import { listDoorEntries, listDoorRows } from '../store/door.ts';
import { findEvent } from '../store/events.ts';
import type { Event } from '../types.ts';
import { eventsMessages } from '../words.ts';
import { DoorPage } from './page.tsx';
import { isDoorOpen, isDoorOver, takePresses } from './press.ts';
import { responsible } from './relation.ts';
import { readDoor } from './rules/door.ts';
import { type LoggedPress, type Press, readLogged, readPress } from './rules/press.ts';

const access = ['coordinator', responsible] as const;
const audit = 'events.door.pressed';
const MOST_LINES = 200;

/** One line or several. @param read what a line says, null for what says nothing */
const linesOf = <T,>(read: (line: string) => T | null) =>
  z.preprocess(
    (typed) => (Array.isArray(typed) ? typed : [typed]),
    z
      .array(
        z.string().transform((line, context) => {
          const found = read(line);
          if (found !== null) return found;
          context.addIssue({ code: 'custom', message: 'value_does_not_fit' });
          return z.NEVER;
        }),
      )
      .min(1)
      .max(MOST_LINES),
  ) as unknown as z.ZodType<readonly T[]>;

const pressForm = z.object({ press: linesOf(readPress) });
const logForm = z.object({ device: z.uuid(), press: linesOf(readLogged) });
const COUNTS = Array.from({ length: 51 }, (_, at) => String(at)) as [string, ...string[]];
const count = choice(COUNTS).transform(Number) as unknown as z.ZodType<number>;
const walkInForm = z.object({
  adults: count,
  children: count,
  language: z.enum(LANGUAGES).or(z.literal('')).catch(''),
  name: text(100),
});

type OnDoor<Fields = unknown> = Call<{ readonly id: string }, Fields, Tx>;
type Looking = Pick<Call<{ id: string }, unknown, Database>, 'db' | 'params' | 'actor' | 'locale' | 'now'>;

/** The door of an event: who is here. Helpers with a link of their own are a later step. */
export const doorRoutes: readonly Route[] = [
  get({
    path: eventsPaths.door,
    access,
    audit: 'events.door.read',
    query: z.object({ q: text(100) }),
    handle: (call) => show(call, { typed: call.fields.q, form: FormState.fresh(), audit: call.audit }),
  }),
  post({
    path: eventsPaths.door,
    access,
    audit,
    form: pressForm,
    handle: (call) => pressHere(call, call.fields.press),
    again: (call, form) => show(call, { typed: '', form }),
  }),
  post({
    path: eventsPaths.doorWalkIns,
    access,
    audit,
    form: walkInForm,
    handle(call) {
      const { adults, children, language, name } = call.fields;
      if (adults + children === 0) return refusedBy({ code: 'say_how_many', field: 'adults' });
      const came = { ...{ adults, children }, language: language || null, name: name || null };
      return pressHere(call, [{ act: 'walk_in', ...came }]);
    },
    again: (call, form) => show(call, { typed: '', form }),
  }),
  post({
    path: eventsPaths.doorLog,
    access,
    audit,
    form: logForm,
    keep: 'nothing',
    async handle(call) {
      const taken = await take(call, call.fields);
      if (taken === null) return missing();
      return taken.ok
        ? { kind: 'response', response: Response.json({ refused: taken.value.refused }) }
        : refusedBy(taken.refusal);
    },
  }),
];

async function take(
  { db, params, actor, now, audit: write }: OnDoor,
  log: { readonly device: string; readonly press: readonly LoggedPress[] },
) {
  const event = await findEvent(db, params.id);
  if (!event) return null;
  const byPersonId = ownId({ actor });
  const taken = await takePresses(db, { event, device: log.device, presses: log.press, byPersonId, now });
  if (taken.ok)
    await write({ subjectIds: taken.value.personIds, object: { kind: 'events.event', id: event.id } });
  return taken;
}

/** Of a page that cannot keep a log: each press is a device of its own, once by the key of its form. */
async function pressHere(call: OnDoor, presses: readonly Press[]): Promise<Reply> {
  const at = call.now.epochMilliseconds;
  const press = presses.map((one, before) => ({ seq: before + 1, at, press: one }));
  const taken = await take(call, { device: crypto.randomUUID(), press });
  if (taken === null) return missing();
  if (!taken.ok) return refusedBy(taken.refusal);
  if (taken.value.refused.length > 0) return refusedBy({ code: 'registration_is_unknown' });
  const [first] = presses;
  const row = first?.act === 'here' ? `#door-${first.registrationId}` : '';
  return redirect(eventsPaths.door(call.params) + row);
}

async function show(
  call: Looking,
  {
    typed,
    form,
    audit: write,
  }: {
    readonly typed: string;
    readonly form: FormState;
    /** Of a form that comes back, its refusal was recorded already. */
    readonly audit?: Call['audit'];
  },
): Promise<Reply> {
  const { db, params, actor, locale, now } = call;
  const event = await findEvent(db, params.id);
  if (!event?.publishedAt) return missing();
  // Whoever answered for it reads its names no longer than the door is there for.
  if (isDoorOver(event, now) && !actor.roles.has('coordinator')) return missing();
  const { rows, door, names } = await gather(db, event);
  const subjectIds = rows.flatMap(({ personId }) => personId ?? []);
  await write?.({ subjectIds, object: { kind: 'events.event', id: event.id } });
  return {
    ...page(
      eventsMessages.in(locale).plain('door_of', { event: titleOf(event, locale) }),
      <DoorPage {...{ event, rows, door, names, typed, form, now }} isOpen={isDoorOpen(event, now)} />,
    ),
    isShownOnce: true,
  };
}

async function gather(db: Database, event: Event) {
  const [rows, entries] = [await listDoorRows(db, event.id), await listDoorEntries(db, event.id)];
  const ids = [...rows.flatMap(({ personId }) => personId ?? []), ...entries.map((one) => one.byPersonId)];
  const persons = await findPersons(db, [...new Set(ids)]);
  return {
    rows: rows.map((row) => {
      const { kana = null, romaji = null } = (row.personId && persons.get(row.personId)) || {};
      return { ...row, kana, romaji };
    }),
    door: readDoor(entries),
    names: persons,
  };
}
