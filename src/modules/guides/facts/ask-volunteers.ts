import type { Database } from '../../../platform/database/connect.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import type { Task } from '../../../platform/jobs/task.ts';
import { dayInJapan, findPersons } from '../../people/index.ts';
import { approvedVolunteerIds } from '../../trust/index.ts';
import { howOftenAsked, listUnanswered } from '../store/checks.ts';
import { listDue } from '../store/facts.ts';
import { askToCheck, lapseCheck } from './commands.ts';
import {
  AHEAD_DAYS,
  ANSWER_WITHIN_DAYS,
  type Candidate,
  isFree,
  LATELY_DAYS,
  spread,
} from './rules/checks.ts';

/** So many a day: small tasks, spread over weeks. */
const MOST_A_DAY = 40;
const DAY = 24;

/** Every morning: what nobody has answered goes on, and facts whose day comes are put to volunteers who live there. */
export const factsTask: Task = {
  name: 'guides-facts',
  // 10:20 in Tokyo.
  cron: '20 1 * * *',
  run: (_, { db, clock }) => askVolunteers(db, clock()),
};

export async function askVolunteers(db: Database, now: Temporal.Instant): Promise<void> {
  const before = now.subtract({ hours: ANSWER_WITHIN_DAYS * DAY });
  for (const checkId of await listUnanswered(db, before, MOST_A_DAY))
    await inTransaction(db, (tx) => lapseCheck(tx, { checkId, as: 'house', byPersonId: null, now }));
  const candidates = (await findCandidates(db, now)).filter(isFree);
  if (candidates.length === 0) return;
  const municipalityCodes = [...new Set(candidates.flatMap((one) => one.municipalityCode ?? []))];
  const due = { today: dayInJapan(now), aheadDays: AHEAD_DAYS, municipalityCodes };
  for (const asked of spread(await listDue(db, due, MOST_A_DAY), candidates))
    await inTransaction(db, (tx) => askToCheck(tx, asked, now));
}

async function findCandidates(db: Database, now: Temporal.Instant): Promise<Candidate[]> {
  const ids = [...(await approvedVolunteerIds(db, now))];
  const persons = await findPersons(db, ids);
  const asked = await howOftenAsked(db, ids, now.subtract({ hours: LATELY_DAYS * DAY }));
  return ids.map((id) => {
    const lately = asked.get(id);
    return {
      ...{ id, municipalityCode: persons.get(id)?.municipalityCode ?? null },
      ...{ askedCount: lately?.count ?? 0, isAskedNow: lately?.isAskedNow ?? false },
      factIds: lately?.factIds ?? [],
    };
  });
}
