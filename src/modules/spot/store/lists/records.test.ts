import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testDatabase } from '../../../../../test/support/database.ts';
import { accepted, makeNeighborhood, Story } from '../../../../../test/support/spot.ts';
import { MONDAY_TEN } from '../../../../../test/support/spot-samples.ts';
import { until } from '../../../../../test/support/until.ts';
import type { Tx } from '../../../../platform/database/connect.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import { checkOut, closeRequest, listVolunteerRecords } from '../../index.ts';
import { resumeVisit } from '../../meet/resume-visit.ts';
import { resumeVisitRow } from '../visits.ts';

const { db } = await testDatabase();
const place = await makeNeighborhood(db, 2);

/** What is kept, and the same counted over all visits there were. */
async function keptAndCounted(volunteerId: string) {
  const kept = (await listVolunteerRecords(db, [volunteerId])).get(volunteerId);
  const { rows } = await sql<object>`
    select count(*) as "visitsDone", coalesce(json_agg(distinct r.category), '[]') as practiced, max(s.checked_out_at) as "lastServedAt",
      (select max(asked_at) from spot.offers where volunteer_id = ${volunteerId}) as "lastAskedAt"
    from spot.assignments a join spot.support_requests r on r.id = a.request_id
    join spot.visits s on s.assignment_id = a.id and s.checked_out_at is not null
    where a.volunteer_id = ${volunteerId}`.execute(db);
  return { kept, counted: rows[0] };
}

test('what is kept of a volunteer is what counting says, after every visit, and when one goes on after all', async () => {
  const story = new Story(place);
  const expectSame = async (visitsDone: number, practiced: readonly string[]) => {
    const { kept, counted } = await keptAndCounted(story.first);
    expect(kept).toEqual(counted);
    expect(kept).toMatchObject({ visitsDone, practiced });
  };
  await expectSame(0, []);
  const first = await story.visited({ category: 'paper' });
  await expectSame(1, ['paper']);
  accepted(await story.act((tx) => resumeVisit(tx, story.on(first, 'assigned_volunteer', story.first))));
  await expectSame(0, []);
  accepted(await story.act((tx) => checkOut(tx, story.on(first, 'assigned_volunteer', story.first))));
  accepted(await story.act((tx) => closeRequest(tx, story.on(first, 'coordinator'))));
  story.now = MONDAY_TEN.subtract({ hours: 6 * 24 });
  const later = MONDAY_TEN.add({ hours: 24 });
  await story.visited({ category: 'admin', possibleTimes: [later] });
  await expectSame(2, ['admin', 'paper']);
});

test('two visits of one volunteer that change at the same moment are both counted', async () => {
  const ids = (await db.selectFrom('spot.visits').select('assignment_id').execute()).map(
    (row) => row.assignment_id,
  );
  const goOn = (tx: Tx, assignmentId = '') => resumeVisitRow(tx, assignmentId);
  const rival = await inTransaction(db, async (tx) => {
    await goOn(tx, ids[0]);
    const other = inTransaction(db, (theirs) => goOn(theirs, ids[1]));
    await until(async () => (await sql`select from pg_locks where not granted`.execute(db)).rows.length > 0);
    return { other };
  });
  await rival.other;
  const { kept, counted } = await keptAndCounted(place.volunteerIds[0] ?? '');
  expect(kept).toEqual(counted);
  expect(kept).toMatchObject({ visitsDone: 0 });
});
