import { get, page, type Route } from '../../../platform/web/route.ts';
import { dayInJapan, findPersons } from '../../people/index.ts';
import { listApplicantIds } from '../applications/store.ts';
import { trustStaffMessages } from '../messages.ts';
import { findPolicy } from '../policy/store.ts';
import { findStandings } from '../standing/store.ts';
import { QueuePage } from './queue-views.tsx';
import { isOurTurn, nextStaffAct } from './rules.ts';
import { listDueRenewals, listUninsured } from './store.ts';

const MOST_ROWS = 200;

/** Who waits for what on the way to volunteering, and whose steps run out. */
export const queueRoutes: readonly Route[] = [
  get({
    path: '/trust/applications',
    access: ['coordinator'],
    audit: 'trust.applications.viewed',
    async handle(visit) {
      const { db, now } = visit;
      const applicantIds = await listApplicantIds(db, MOST_ROWS);
      const standings = await findStandings(db, applicantIds, now);
      const renewals = await listDueRenewals(db, now, MOST_ROWS);
      const { needsInsurance } = await findPolicy(db, now);
      const uninsured = needsInsurance ? await listUninsured(db, dayInJapan(now)) : [];
      const ids = [...new Set([...applicantIds, ...renewals.map((due) => due.personId), ...uninsured])];
      const persons = await findPersons(db, ids);
      const rows = applicantIds.flatMap((id) => {
        const [person, standing] = [persons.get(id), standings.get(id)];
        return person && standing ? [{ person, standing, act: nextStaffAct(standing, now) }] : [];
      });
      const ordered = [
        ...rows.filter((row) => isOurTurn(row.act)),
        ...rows.filter((row) => !isOurTurn(row.act)),
      ];
      await visit.audit({ subjectIds: ids });
      return page(
        trustStaffMessages.in(visit.locale).plain('queue_title'),
        <QueuePage rows={ordered} renewals={renewals} uninsured={uninsured} persons={persons} />,
      );
    },
  }),
];
