import { get, page, type Route } from '../../../platform/web/route.ts';
import { dayInJapan, findPersons } from '../../people/index.ts';
import { listApplicantIds } from '../applications/store.ts';
import { trustStaffMessages } from '../messages.ts';
import { findPolicy } from '../policy/store.ts';
import { findStandings } from '../standing/store.ts';
import { type First, QueuePage } from './queue-views.tsx';
import { isOurTurn, nextStaffAct } from './rules.ts';
import { listDueRenewals, listUninsured } from './store.ts';

/** Of each list; what stands behind them comes up as these are dealt with. */
const MOST_ROWS = 100;

/** Who waits for what on the way to volunteering, and whose steps run out. */
export const queueRoutes: readonly Route[] = [
  get({
    path: '/trust/applications',
    access: ['coordinator'],
    audit: 'trust.applications.viewed',
    async handle(call) {
      const { db, now } = call;
      const applicants = firstOf(await listApplicantIds(db, MOST_ROWS + 1));
      const applicantIds = applicants.rows;
      const standings = await findStandings(db, applicantIds, now);
      const renewals = firstOf(await listDueRenewals(db, now, MOST_ROWS + 1));
      const { needsInsurance } = await findPolicy(db, now);
      const uninsured = firstOf(
        needsInsurance ? await listUninsured(db, dayInJapan(now), MOST_ROWS + 1) : [],
      );
      const ids = [
        ...new Set([...applicantIds, ...renewals.rows.map((due) => due.personId), ...uninsured.rows]),
      ];
      const persons = await findPersons(db, ids);
      const rows = applicantIds.flatMap((id) => {
        const [person, standing] = [persons.get(id), standings.get(id)];
        return person && standing ? [{ person, standing, act: nextStaffAct(standing, now) }] : [];
      });
      const ordered = [
        ...rows.filter((row) => isOurTurn(row.act)),
        ...rows.filter((row) => !isOurTurn(row.act)),
      ];
      await call.audit({ subjectIds: ids });
      return page(
        trustStaffMessages.in(call.locale).plain('queue_title'),
        <QueuePage
          applicants={{ ...applicants, rows: ordered }}
          renewals={renewals}
          uninsured={uninsured}
          persons={persons}
        />,
      );
    },
  }),
];

function firstOf<Row>(rows: readonly Row[]): First<Row> {
  return { rows: rows.slice(0, MOST_ROWS), isCut: rows.length > MOST_ROWS };
}
