import { z } from 'zod';
import type { Database, Tx } from '../../../../platform/database/connect.ts';
import { isStaff, ownId } from '../../../../platform/permissions.ts';
import { FormState } from '../../../../platform/web/form-state.ts';
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
} from '../../../../platform/web/route.ts';
import { listReadNoteIds } from '../../children/store/care.ts';
import { findSession } from '../../store/sessions.ts';
import type { Session } from '../../types.ts';
import { dayPaths } from '../paths.ts';
import { atClass } from '../relation.ts';
import { listIncidents } from '../store/incidents.ts';
import { deleteSnack, insertSnack, listSnacks } from '../store/snacks.ts';
import { dayMessages } from '../words.ts';
import { markList } from './list-mark.ts';
import { findDay } from './on-day.ts';
import { DayPage } from './page.tsx';
import { takePresses } from './press.ts';
import { isDayOpen, isListShown } from './rules/hours.ts';
import { type LoggedPress, type Press, readLogged, readPress } from './rules/press.ts';
import { SheetPage } from './sheet.tsx';
import { snackForm } from './snack-form.ts';

const access = ['coordinator', atClass] as const;
const audit = 'classes.door.pressed';
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

type Looking = Pick<Call<{ id: string }, unknown, Database>, 'db' | 'params' | 'actor' | 'locale' | 'now'>;
type Writing = Call<{ id: string }, unknown, Tx>;

/** The day of a class: who is here, handed over to whom; what there is to eat. */
export const doorRoutes: readonly Route[] = [
  get({
    path: dayPaths.day,
    access,
    audit: 'classes.day.read',
    handle: (call) => show(call, FormState.fresh(), call.audit),
  }),
  get({
    path: dayPaths.sheet,
    access,
    audit: 'classes.day.read',
    async handle(call) {
      const session = await findShown(call);
      if (!session) return missing();
      const { expected, subjectIds } = await findDay(call.db, session);
      await call.audit({ subjectIds, object: about(session) });
      const sheet = <SheetPage {...{ session, expected }} />;
      return { ...page(dayMessages.in(call.locale).plain('sheet_title'), sheet), isShownOnce: true };
    },
  }),
  post({
    path: dayPaths.day,
    access,
    audit,
    form: pressForm,
    handle: (call) => pressHere(call, call.fields.press),
    again: (call, form) => show(call, form),
  }),
  post({
    path: dayPaths.log,
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
  post({
    path: dayPaths.snacks,
    access,
    audit: 'classes.snack.added',
    form: snackForm.schema,
    async handle(call) {
      const session = await findOpen(call);
      if (!session) return refusedBy({ code: 'day_is_not_open' });
      const { snackName: name, snackFoods: foods } = call.fields;
      await insertSnack(call.db, session.id, { name, foods, byPersonId: ownId(call), now: call.now });
      await call.audit({ subjectIds: [], object: about(session) });
      return redirect(dayPaths.day(call.params));
    },
    again: (call, form) => show(call, form),
  }),
  post({
    path: dayPaths.snackRemoval,
    access,
    audit: 'classes.snack.removed',
    form: z.object({ snack: z.uuid() }),
    async handle(call) {
      const session = await findOpen(call);
      if (!session) return refusedBy({ code: 'day_is_not_open' });
      await deleteSnack(call.db, session.id, call.fields.snack);
      await call.audit({ subjectIds: [], object: about(session) });
      return redirect(dayPaths.day(call.params));
    },
  }),
];

const about = ({ id }: Session) => ({ kind: 'classes.session', id });

async function findOpen({ db, params, now }: Looking): Promise<Session | null> {
  const session = await findSession(db, params.id);
  return session && isDayOpen(session, now) ? session : null;
}

/** Who teaches reads the list on the day alone; coordinators as long as there is one. */
async function findShown({ db, params, actor, now }: Looking): Promise<Session | null> {
  const session = await findSession(db, params.id);
  if (!session || session.state === 'planned') return null;
  return isForDesk(actor) || isListShown(session, now) ? session : null;
}

const isForDesk = (actor: Looking['actor']) => isStaff(actor) && actor.roles.has('coordinator');

async function take(call: Writing, log: { readonly device: string; readonly press: readonly LoggedPress[] }) {
  const session = await findSession(call.db, call.params.id);
  if (!session) return null;
  const { device, press: presses } = log;
  const taken = await takePresses(call.db, {
    session,
    device,
    presses,
    byPersonId: ownId(call),
    now: call.now,
  });
  if (taken.ok) await call.audit({ subjectIds: [], object: about(session) });
  return taken;
}

/** Of a page that cannot keep a log: each press is a device of its own, once by the key of its form. */
async function pressHere(call: Writing, presses: readonly Press[]): Promise<Reply> {
  const at = call.now.epochMilliseconds;
  const press = presses.map((one, before) => ({ seq: before + 1, at, press: one }));
  const taken = await take(call, { device: crypto.randomUUID(), press });
  if (taken === null) return missing();
  if (!taken.ok) return refusedBy(taken.refusal);
  if (taken.value.refused.length > 0) return refusedBy({ code: 'child_is_elsewhere' });
  const [childId] = taken.value.childIds;
  return redirect(dayPaths.day(call.params) + (childId ? `#child-${childId}` : ''));
}

async function show(call: Looking, form: FormState, write?: Call['audit']): Promise<Reply> {
  const { db, locale, now } = call;
  const session = await findShown(call);
  if (!session) return missing();
  const day = await findDay(db, session);
  if (write) await write({ subjectIds: day.subjectIds, object: about(session) });
  const snacks = await listSnacks(db, session.id);
  const incidents = await listIncidents(db, session.id);
  const read = await listReadNoteIds(db, { sessionId: session.id, personId: ownId(call) });
  const hasUnread = day.expected.some(({ noteIds }) => noteIds.some((id) => !read.has(id)));
  return {
    ...page(
      dayMessages.in(locale).plain('day_title'),
      <DayPage
        {...day}
        {...{ session, snacks, incidents, form, now }}
        hasUnread={hasUnread && !isForDesk(call.actor)}
        list={markList(db, session.id, now)}
        isOpen={isDayOpen(session, now)}
        isForDesk={isForDesk(call.actor)}
      />,
    ),
    isShownOnce: true,
  };
}
