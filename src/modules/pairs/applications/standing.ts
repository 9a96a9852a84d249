import { listOpenSlots, type Slot } from '../../../kits/slots/index.ts';
import type { Database } from '../../../platform/database/connect.ts';
import { findPerson, type Person } from '../../people/index.ts';
import { type Fee, listFeesFor } from '../fees/store.ts';
import { INTERVIEW, interviewStanding, mayChooseTime } from '../interview/rules.ts';
import { interviewersOf, listInterviews } from '../interview/store.ts';
import type { Interview } from '../interview/types.ts';
import { findTermsStanding } from '../terms/sign.ts';
import type { Application } from '../types.ts';
import type { Standing } from './own/next-step.ts';
import { findProfileFacts, type ProfileFacts } from './profile.ts';
import { findMissing } from './ready.ts';

/** So many of the next open times are shown to choose from. */
const TIMES_SHOWN = 20;

/** An application with everything that says where it stands. */
export interface Whole {
  readonly application: Application;
  readonly person: Person;
  readonly standing: Standing;
  readonly interviews: readonly Interview[];
  /** That can be chosen from now. */
  readonly times: readonly Slot[];
  readonly fees: readonly Fee[];
  readonly profile: ProfileFacts;
}

export async function findWhole(
  db: Database,
  application: Application,
  now: Temporal.Instant,
): Promise<Whole | null> {
  const person = await findPerson(db, application.personId);
  if (!person) return null;
  const interviews = await listInterviews(db, application.id);
  const interview = interviewStanding(application, interviews);
  const times = mayChooseTime(interview, now).ok ? await timesFor(db, application, now) : [];
  const profile = await findProfileFacts(db, person, now);
  const standing: Standing = {
    state: application.state,
    interview,
    terms: await findTermsStanding(db, application, now),
    missing: application.state === 'accepted' ? await findMissing(db, application, now) : [],
    missingOfProfile: profile.missing,
    hasTimes: times.length > 0,
    now,
  };
  return {
    application,
    person,
    standing,
    interviews,
    times,
    fees: await listFeesFor(db, application),
    profile,
  };
}

async function timesFor(db: Database, application: Application, now: Temporal.Instant): Promise<Slot[]> {
  const hostIds = await interviewersOf(db, application, now);
  return listOpenSlots(db, INTERVIEW, { hostIds, after: now, most: TIMES_SHOWN });
}
