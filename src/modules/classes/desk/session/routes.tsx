import { z } from 'zod';
import { actRoutes } from '../../../../kits/acts/index.ts';
import type { Database } from '../../../../platform/database/connect.ts';
import { formatsIn } from '../../../../platform/languages/formats.tsx';
import type { Locale } from '../../../../platform/languages/locales.ts';
import { choice } from '../../../../platform/web/form-fields.ts';
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
import { callName, findPersons } from '../../../people/index.ts';
import { titleOf } from '../../courses/words.ts';
import { askToTeach } from '../../helping/commands.ts';
import { findPool } from '../../helping/pool.ts';
import { classesPaths } from '../../paths.ts';
import {
  cancelSession,
  changeSession,
  moveSession,
  openSession,
  reportSession,
} from '../../sessions/commands.ts';
import { listCommitments } from '../../store/commitments.ts';
import { findCourse } from '../../store/courses.ts';
import { listSeats } from '../../store/seats.ts';
import { findSession } from '../../store/sessions.ts';
import { ACTIVITIES, HELPING, type Session } from '../../types.ts';
import { classesStaffMessages } from '../../words.ts';
import { sessionForms } from '../sent.ts';
import { timesOf } from '../times.ts';
import { SessionPage } from './page.tsx';
import type { Adult, Askable } from './props.ts';

const access = ['coordinator'] as const;
const KIND = 'classes.session';
/** As many are shown as somebody looks through: the best, and a few behind them. */
const SHOWN = 12;

/** A day, for coordinators: who comes, whose yes would restore most seats, what is done, what became of it. */
export const sessionRoutes: readonly Route[] = [
  get({
    path: classesPaths.deskSession,
    access,
    audit: 'classes.session.viewed',
    async handle(call) {
      const shown = await sessionPage(call, FormState.fresh());
      if (shown.kind !== 'page') return shown;
      const adults = await listCommitments(call.db, [call.params.id]);
      await call.audit({
        subjectIds: adults.map(({ personId }) => personId),
        object: { kind: KIND, id: call.params.id },
      });
      return shown;
    },
  }),
  post({
    path: classesPaths.deskAsk,
    access,
    audit: 'classes.commitment.asked',
    form: z.object({ personId: z.uuid({ message: 'choose_one' }), role: choice(HELPING) }),
    async handle({ db, params, fields, actor, now, locale, audit }) {
      const asking = { sessionId: params.id, ...fields, byPersonId: actor.personId, now };
      const done = await askToTeach(db, asking);
      if (!done.ok) return done.refusal.code === 'session_is_unknown' ? missing() : refusedBy(done.refusal);
      await audit({ subjectIds: [fields.personId], object: { kind: KIND, id: params.id } });
      const text = classesStaffMessages.in(locale).noted('tutor_was_asked');
      return redirect(classesPaths.deskSession({ id: params.id }), { tone: 'done', text });
    },
    again: sessionPage,
  }),
  ...actRoutes(
    sessionForms,
    {
      access,
      on: ({ params, actor, now, fields }) => ({
        ...{ sessionId: params.id, as: 'coordinator' as const, byPersonId: actor.personId, now },
        version: fields.version,
      }),
      about: ({ id }: Session) => ({ subjectIds: [], object: { kind: KIND, id } }),
      again: sessionPage,
    },
    {
      opening: ({ db }, on) => openSession(db, on),
      change({ db, fields }, on) {
        const plan = ACTIVITIES.flatMap((activity) => {
          const minutes = fields[`minutes.${activity}`];
          return minutes ? [{ activity, minutes }] : [];
        });
        return changeSession(db, { ...on, changes: { room: fields.room, plan: JSON.stringify(plan) } });
      },
      async moving({ db, fields }, on) {
        const times = timesOf(fields);
        return times.ok ? moveSession(db, { ...on, to: times.value }) : times;
      },
      cancellation: ({ db, fields }, on) => cancelSession(db, { ...on, reason: fields.reason }),
      report: ({ db, fields }, on) =>
        reportSession(db, { ...on, came: fields.came, costJpy: fields.costJpy }),
    },
  ),
];

type Looking = Pick<Call<{ id: string }, unknown, Database>, 'db' | 'params' | 'locale' | 'now'>;

async function sessionPage({ db, params, locale, now }: Looking, form: FormState): Promise<Reply> {
  const session = await findSession(db, params.id);
  const course = session && (await findCourse(db, session.courseId));
  if (!session || !course) return missing();
  const commitments = await listCommitments(db, [session.id]);
  const isAhead = session.state === 'planned' || session.state === 'open';
  const pool = isAhead ? await findPool(db, session, { commitments, now }) : null;
  const ranked = (pool?.ranked ?? []).filter(({ state }) => state === null).slice(0, SHOWN);
  const names = await namesOf(db, [...commitments, ...ranked], locale);
  const adults = commitments.map((one): Adult => ({ ...one, name: names.get(one.personId) ?? '' }));
  const askable = ranked.map((one): Askable => ({ ...one, name: names.get(one.personId) ?? '' }));
  const seats = Map.groupBy(await listSeats(db, session.id), ({ state }) => state);
  return page(
    classesStaffMessages.in(locale).plain('session_of', {
      course: titleOf(course, locale),
      when: formatsIn(locale).plain.span(session.startsAt, session.endsAt),
    }),
    <SessionPage
      {...{ session, course, adults, askable, form, now }}
      waiting={seats.get('waiting')?.length ?? 0}
      unsure={seats.get('unsure')?.length ?? 0}
    />,
  );
}

async function namesOf(
  db: Database,
  people: readonly { readonly personId: string }[],
  locale: Locale,
): Promise<ReadonlyMap<string, string>> {
  const persons = await findPersons(
    db,
    people.map(({ personId }) => personId),
  );
  return new Map([...persons].map(([id, person]) => [id, callName(person, locale)]));
}
