import { z } from 'zod';
import { entryOf, writeEntry } from '../../../platform/audit/record.ts';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import { type Access, ownId } from '../../../platform/permissions.ts';
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
import type { DoorProps } from './props.ts';
import { responsible } from './relation.ts';
import { readDoor } from './rules/door.ts';
import { type LoggedPress, type Press, readLogged, readPress } from './rules/press.ts';

const audit = 'events.door.pressed';
const READ = 'events.door.read';
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

type Params = Readonly<Record<string, string>>;
type OnDoor<Fields = unknown> = Call<Params, Fields, Tx>;
type Looking = Pick<Call<Params, unknown, Database>, 'db' | 'params' | 'actor' | 'locale' | 'now'>;

/** A way to the list at the door: how its pages are called, who may, and for which event they stand there. */
export interface Entrance {
  readonly paths: Readonly<Record<'door' | 'walkIns' | 'log', { readonly pattern: string }>>;
  at(params: Params): DoorProps['at'];
  readonly access: Access;
  readonly limit?: Route['limit'];
  /** @returns null where there is nothing for whoever asks, or not any more */
  find(call: Looking): Promise<Entered | null>;
}

interface Entered {
  readonly event: Event;
  readonly byPersonId: string;
  /** Of whoever is there by a link: the kit knows only that nobody is signed in. */
  readonly helperId?: string;
}

const byLink = ({ byPersonId, helperId }: Entered) =>
  helperId ? { by: { personId: byPersonId, role: 'volunteer' } } : {};

/** By an account: coordinators, and whoever answers for the event. */
const byAccount: Entrance = {
  paths: { door: eventsPaths.door, walkIns: eventsPaths.doorWalkIns, log: eventsPaths.doorLog },
  at: ({ id = '' }) => ({
    door: eventsPaths.door({ id }),
    walkIns: eventsPaths.doorWalkIns({ id }),
    log: eventsPaths.doorLog({ id }),
  }),
  access: ['coordinator', responsible],
  async find({ db, params, actor, now }) {
    const event = await findEvent(db, params['id'] ?? '');
    if (!event?.publishedAt) return null;
    // Whoever answered for it reads its names no longer than the door is there for.
    if (isDoorOver(event, now) && !actor.roles.has('coordinator')) return null;
    return { event, byPersonId: ownId({ actor }) };
  },
};

/** The door of an event: who is here. */
export const doorRoutes: readonly Route[] = routesOf(byAccount);

/** The pages of the door, by one way to it. */
export function routesOf(entrance: Entrance): readonly Route[] {
  const { paths, access, limit } = entrance;
  const of = { access, ...(limit && { limit }) };
  const again = (call: unknown, form: FormState) => show(entrance, call as Looking, { typed: '', form });
  return [
    get({
      ...of,
      path: paths.door.pattern,
      audit: READ,
      query: z.object({ q: text(100) }),
      handle: (call) =>
        show(entrance, call as unknown as Looking, {
          ...{ typed: call.fields.q, form: FormState.fresh() },
          audit: call.audit,
        }),
    }),
    post({
      ...of,
      path: paths.door.pattern,
      audit,
      form: pressForm,
      handle: (call) => pressHere(entrance, call as unknown as OnDoor, call.fields.press),
      again,
    }),
    post({
      ...of,
      path: paths.walkIns.pattern,
      audit,
      form: walkInForm,
      handle(call) {
        const { adults, children, language, name } = call.fields;
        if (adults + children === 0) return refusedBy({ code: 'say_how_many', field: 'adults' });
        const came = { ...{ adults, children }, language: language || null, name: name || null };
        return pressHere(entrance, call as unknown as OnDoor, [{ act: 'walk_in', ...came }]);
      },
      again,
    }),
    post({
      ...of,
      path: paths.log.pattern,
      audit,
      form: logForm,
      keep: 'nothing',
      async handle(call) {
        const taken = await take(entrance, call as unknown as OnDoor, call.fields);
        if (taken === null) return missing();
        return taken.ok
          ? { kind: 'response', response: Response.json({ refused: taken.value.refused }) }
          : refusedBy(taken.refusal);
      },
    }),
  ];
}

async function take(
  entrance: Entrance,
  call: OnDoor,
  log: { readonly device: string; readonly press: readonly LoggedPress[] },
) {
  const found = await entrance.find(call);
  if (!found) return null;
  const { event, byPersonId } = found;
  const sent = { event, device: log.device, presses: log.press, byPersonId, now: call.now };
  const taken = await takePresses(call.db, sent);
  if (taken.ok)
    await call.audit({
      ...{ subjectIds: taken.value.personIds, object: { kind: 'events.event', id: event.id } },
      ...byLink(found),
    });
  return taken;
}

/** Of a page that cannot keep a log: each press is a device of its own, once by the key of its form. */
async function pressHere(entrance: Entrance, call: OnDoor, presses: readonly Press[]): Promise<Reply> {
  const at = call.now.epochMilliseconds;
  const press = presses.map((one, before) => ({ seq: before + 1, at, press: one }));
  const taken = await take(entrance, call, { device: crypto.randomUUID(), press });
  if (taken === null) return missing();
  if (!taken.ok) return refusedBy(taken.refusal);
  if (taken.value.refused.length > 0) return refusedBy({ code: 'registration_is_unknown' });
  const [first] = presses;
  const row = first?.act === 'here' ? `#door-${first.registrationId}` : '';
  return redirect(entrance.at(call.params).door + row);
}

async function show(
  entrance: Entrance,
  call: Looking,
  {
    typed,
    form,
    audit: write,
  }: {
    readonly typed: string;
    readonly form: FormState;
    /** Of a form that comes back, its refusal was recorded already where somebody is signed in. */
    readonly audit?: Call['audit'];
  },
): Promise<Reply> {
  const { db, params, locale, now } = call;
  const found = await entrance.find(call);
  if (!found) return missing();
  const { event, helperId = null } = found;
  const { rows, door, names } = await gather(db, event);
  const subjectIds = rows.flatMap(({ personId }) => personId ?? []);
  const about = { subjectIds, object: { kind: 'events.event', id: event.id } };
  const { by } = byLink(found);
  if (write) await write({ ...about, ...(by && { by }) });
  else if (by) await writeEntry(db, entryOf(by, { action: READ, outcome: 'seen', ...about }, now));
  return {
    ...page(
      eventsMessages.in(locale).plain('door_of', { event: titleOf(event, locale) }),
      <DoorPage
        {...{ event, helperId, rows, door, names, typed, form, now }}
        at={entrance.at(params)}
        isOpen={isDoorOpen(event, now)}
      />,
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
