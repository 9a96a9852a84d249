import type { Database } from '../../../platform/database/connect.ts';
import { After } from '../../../platform/database/paging.ts';
import { get, page, type Route } from '../../../platform/web/route.ts';
import { dayInJapan, findPersons } from '../../people/index.ts';
import { listApplicantIds } from '../applications/store.ts';
import { trustStaffMessages } from '../messages.ts';
import { trustPaths } from '../paths.ts';
import { findPolicy } from '../policy/store.ts';
import { listDueRenewals } from '../renewals/store.ts';
import { findStandings } from '../standing/store.ts';
import { type First, QueuePage, type Waiting } from './queue-views.tsx';
import { isOurTurn, nextStaffAct } from './rules.ts';
import { listUninsured } from './store.ts';

/** Of those who apply and those nobody insures; what stands behind them comes up as these are dealt with. */
const MOST_ROWS = 100;
const RENEWALS_A_PAGE = 20;

/** Who waits for what on the way to volunteering, and whose steps run out. */
export const queueRoutes: readonly Route[] = [
  get({
    path: trustPaths.applications,
    access: ['coordinator'],
    audit: 'trust.applications.viewed',
    query: After,
    async handle(call) {
      const { db, now } = call;
      const { after } = call.fields;
      const waiting = after === null ? await findWaiting(db, now) : null;
      const renewals = await listDueRenewals(db, now, { after, limit: RENEWALS_A_PAGE });
      const ids = [
        ...(waiting?.applicants.rows.map(({ personId }) => personId) ?? []),
        ...(waiting?.uninsured.rows ?? []),
        ...renewals.rows.map(({ personId }) => personId),
      ];
      const subjectIds = [...new Set(ids)];
      const persons = await findPersons(db, subjectIds);
      await call.audit({ subjectIds });
      const title = trustStaffMessages.in(call.locale).plain('queue_title');
      return page(title, <QueuePage waiting={waiting} renewals={renewals} after={after} persons={persons} />);
    },
  }),
];

/** Who waits for us, whose turn it is first, and whom nobody insures. */
async function findWaiting(db: Database, now: Temporal.Instant): Promise<Waiting> {
  const applicants = firstOf(await listApplicantIds(db, MOST_ROWS + 1));
  const standings = await findStandings(db, applicants.rows, now);
  const rows = applicants.rows.flatMap((personId) => {
    const standing = standings.get(personId);
    return standing ? [{ personId, standing, act: nextStaffAct(standing, now) }] : [];
  });
  const ordered = [...rows.filter((row) => isOurTurn(row.act)), ...rows.filter((row) => !isOurTurn(row.act))];
  const { needsInsurance } = await findPolicy(db, now);
  const uninsured = needsInsurance ? await listUninsured(db, dayInJapan(now), MOST_ROWS + 1) : [];
  return { applicants: { ...applicants, rows: ordered }, uninsured: firstOf(uninsured) };
}

function firstOf<Row>(rows: readonly Row[]): First<Row> {
  return { rows: rows.slice(0, MOST_ROWS), isCut: rows.length > MOST_ROWS };
}
