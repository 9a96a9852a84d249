import { z } from 'zod';
import type { Database, Tx } from '../../../../platform/database/connect.ts';
import { ownId } from '../../../../platform/permissions.ts';
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
import { findPersons } from '../../../people/index.ts';
import { findChildren } from '../../children/store/children.ts';
import { findWholeChild } from '../../children/store/whole.ts';
import { findSession } from '../../store/sessions.ts';
import { isDayOpen } from '../door/rules/hours.ts';
import { mayRead } from '../may-read.ts';
import { dayPaths } from '../paths.ts';
import { atClass } from '../relation.ts';
import { listChildIds } from '../store/door.ts';
import { findIncident, INCIDENT_KINDS, type Incident, listLines } from '../store/incidents.ts';
import { dayMessages } from '../words.ts';
import { addLine, closeIncident, reportIncident, tellFamily } from './commands.ts';
import { incidentForm, lineForm, onDay } from './forms.ts';
import { IncidentPage, ReportPage } from './page.tsx';

const access = ['coordinator', atClass] as const;
const formSchema = incidentForm([]).schema;

type Looking<Params = { id: string }> = Pick<
  Call<Params, unknown, Database>,
  'db' | 'params' | 'actor' | 'locale' | 'now'
>;
interface One {
  readonly id: string;
  readonly incidentId: string;
}

/** What went wrong on a day: written by whoever was there, closed by coordinators once the family knows. */
export const incidentRoutes: readonly Route[] = [
  get({
    path: dayPaths.incidents,
    access,
    audit: 'classes.day.read',
    // From the desk: what it is about is chosen already.
    query: z.object({ kind: z.enum(INCIDENT_KINDS).optional().catch(undefined) }),
    async handle(call) {
      await call.audit({ subjectIds: [], object: { kind: 'classes.session', id: call.params.id } });
      return showReport(call, FormState.fresh({ kind: call.fields.kind }));
    },
  }),
  post({
    path: dayPaths.incidents,
    access,
    audit: 'classes.incident.reported',
    form: formSchema,
    async handle(call) {
      const session = await findDayOpen(call);
      if (!session) return refusedBy({ code: 'day_is_not_open' });
      const { kind, child, wasAt, said } = call.fields;
      const happenedAt = onDay(session.startsAt, wasAt, call.now);
      const on = { sessionId: session.id, by: ownId(call), now: call.now };
      const reported = await reportIncident(call.db, on, { kind, said, happenedAt, childId: child || null });
      if (!reported.ok) return refusedBy(reported.refusal);
      await call.audit({ subjectIds: [], object: { kind: 'classes.incident', id: reported.value } });
      return redirect(dayPaths.incident({ id: session.id, incidentId: reported.value }));
    },
    again: (call, form) => showReport(call, form),
  }),
  get({
    path: dayPaths.incident,
    access,
    audit: 'classes.incident.read',
    async handle(call) {
      const incident = await findIncident(call.db, { sessionId: call.params.id, id: call.params.incidentId });
      if (!incident) return missing();
      const reply = await show(call, FormState.fresh());
      if (reply.kind === 'page') await call.audit(await about(call.db, incident));
      return reply;
    },
  }),
  post({
    path: dayPaths.incident,
    access,
    audit: 'classes.incident.written',
    form: lineForm.schema,
    async handle(call) {
      const session = await findSession(call.db, call.params.id);
      if (!session || !mayRead(call.actor, session, call.now)) return missing();
      const { said, wasAt } = call.fields;
      const line = {
        said,
        incidentId: call.params.incidentId,
        wasAt: onDay(session.startsAt, wasAt, call.now),
      };
      return done(call, await addLine(call.db, writing(call), line));
    },
    again: (call, form) => show(call, form),
  }),
  post({
    path: dayPaths.incidentTold,
    access,
    audit: 'classes.incident.told',
    handle: async (call) => done(call, await tellFamily(call.db, writing(call), call.params.incidentId)),
    again: (call, form) => show(call, form),
  }),
  post({
    path: dayPaths.incidentClosing,
    access: ['coordinator'],
    audit: 'classes.incident.closed',
    handle: async (call) => done(call, await closeIncident(call.db, writing(call), call.params.incidentId)),
    again: (call, form) => show(call, form),
  }),
];

const writing = (call: Pick<Call<One>, 'params' | 'actor' | 'now'>) => ({
  sessionId: call.params.id,
  ...{ by: ownId(call), now: call.now },
});

async function done(
  call: Call<One, unknown, Tx>,
  outcome: Awaited<ReturnType<typeof addLine>>,
): Promise<Reply> {
  if (!outcome.ok) return refusedBy(outcome.refusal);
  await call.audit(await about(call.db, outcome.value));
  return redirect(dayPaths.incident(call.params));
}

async function about(db: Database, { id, childId }: Incident) {
  const children = await findChildren(db, childId ? [childId] : []);
  const subjectIds = [...children.values()].map(({ answeredBy }) => answeredBy);
  return { subjectIds, object: { kind: 'classes.incident', id } };
}

/** Coordinators write down later too what nobody wrote on the day. */
async function findDayOpen({ db, params, actor, now }: Looking) {
  const session = await findSession(db, params.id);
  if (!session) return null;
  const wasHeld = session.state === 'over' || session.state === 'reported';
  return isDayOpen(session, now) || (wasHeld && mayRead(actor, session, now)) ? session : null;
}

async function showReport(call: Looking, form: FormState): Promise<Reply> {
  const session = await findDayOpen(call);
  if (!session) return missing();
  const known = await findChildren(call.db, await listChildIds(call.db, session.id));
  const children = [...known.values()].map(({ id, name }) => ({ id, name }));
  const title = dayMessages.in(call.locale).plain('report_incident');
  return page(title, <ReportPage {...{ session, children, form }} />);
}

async function show({ db, params, actor, locale, now }: Looking<One>, form: FormState): Promise<Reply> {
  const session = await findSession(db, params.id);
  const incident = await findIncident(db, { sessionId: params.id, id: params.incidentId });
  if (!session || !incident || !mayRead(actor, session, now)) return missing();
  const lines = await listLines(db, incident.id);
  const whole = incident.childId ? await findWholeChild(db, incident.childId) : null;
  const names = await findPersons(db, [...new Set(lines.map(({ writtenBy }) => writtenBy))]);
  return page(
    dayMessages.in(locale).plain(`incident_${incident.kind}`),
    <IncidentPage
      {...{ session, incident, lines, names, form }}
      childName={whole?.child.name ?? null}
      guardians={whole?.guardianships.filter(({ maySee }) => maySee) ?? []}
      mayClose={actor.roles.has('coordinator')}
    />,
  );
}
