import type { RequestState } from '../../src/modules/spot/index.ts';
import type { Database } from '../../src/platform/database/connect.ts';
import type { Role } from '../../src/platform/permissions.ts';

/** A request with those it concerns. */
interface Concerned {
  readonly id: string;
  readonly requesterId: string;
  readonly volunteerId: string | null;
}

/** What of a world there is to show: people by what they are, and things by what they are in the middle of. */
export interface World {
  personWith(role: Role): string;
  /** Signed in, without any role. */
  readonly newcomerId: string;
  /** Has just signed in for the first time and told nothing yet. */
  readonly strangerId: string;
  readonly applicantId: string;
  /** @param waitsFor who has not said yet how it was; without it, any request in the state */
  request(state: RequestState, waitsFor?: 'requester' | 'volunteer'): Concerned;
  readonly offer: { readonly id: string; readonly volunteerId: string };
  readonly thread: { readonly id: string; readonly personId: string };
  readonly concernId: string;
  readonly mailId: string;
  /** A role of staff, which an administrator may end. */
  readonly staffRole: { readonly id: string; readonly personId: string };
}

const NOBODY = '00000000-0000-4000-8000-000000000000';

/** Looks a world through: the demonstration's, or the small one of the tests. What it lacks has the id of nobody. */
export async function findWorld(db: Database): Promise<World> {
  const roles = await db.selectFrom('people.roles').selectAll().orderBy('since_on').execute();
  const holders = (role: string) => roles.filter((held) => held.role === role && held.until_on === null);
  const offer = await db
    .selectFrom('spot.offers')
    .selectAll()
    .where('state', '=', 'asked')
    .limit(1)
    .execute();
  const person = await db
    .selectFrom('people.persons')
    .select('id')
    .where('id', 'not in', (inner) => inner.selectFrom('people.roles').select('person_id'))
    .where('id', 'not in', (inner) => inner.selectFrom('trust.applications').select('person_id'))
    .where('welcomed_at', 'is not', null)
    .where('email', 'is not', null)
    .limit(1)
    .execute();
  const stranger = await db
    .selectFrom('people.persons')
    .select('id')
    .where('welcomed_at', 'is', null)
    .where('email', 'is not', null)
    .limit(1)
    .execute();
  const applicant = await db
    .selectFrom('trust.applications')
    .select('person_id')
    .where('state', '=', 'submitted')
    .limit(1)
    .execute();
  const participant = await db
    .selectFrom('conversations.participants as p')
    .innerJoin('conversations.threads as t', 't.id', 'p.thread_id')
    .select(['p.thread_id', 'p.person_id'])
    .where('t.closed_at', 'is', null)
    .where('p.left_at', 'is', null)
    .limit(1)
    .execute();
  const concern = await db.selectFrom('trust.concerns').select('id').limit(1).execute();
  const mail = await db.selectFrom('platform.development_mail').select('id').limit(1).execute();
  const staff = roles.find((held) => held.role === 'treasurer') ?? holders('coordinator')[0];
  return {
    personWith: (role) => holders(role)[0]?.person_id ?? NOBODY,
    newcomerId: person[0]?.id ?? NOBODY,
    strangerId: stranger[0]?.id ?? NOBODY,
    applicantId: applicant[0]?.person_id ?? NOBODY,
    request: await requestFinder(db),
    offer: { id: offer[0]?.id ?? NOBODY, volunteerId: offer[0]?.volunteer_id ?? NOBODY },
    thread: { id: participant[0]?.thread_id ?? NOBODY, personId: participant[0]?.person_id ?? NOBODY },
    concernId: concern[0]?.id ?? NOBODY,
    mailId: mail[0]?.id ?? NOBODY,
    staffRole: { id: staff?.id ?? NOBODY, personId: staff?.person_id ?? NOBODY },
  };
}

async function requestFinder(db: Database): Promise<World['request']> {
  const requests = await db.selectFrom('spot.support_requests').selectAll().orderBy('submitted_at').execute();
  const assignments = await db.selectFrom('spot.assignments').selectAll().orderBy('accepted_at').execute();
  const feedback = await db.selectFrom('spot.visit_feedback').select('assignment_id as id').execute();
  const reports = await db.selectFrom('spot.visit_reports').select('assignment_id as id').execute();
  const said = {
    requester: new Set(feedback.map(({ id }) => id)),
    volunteer: new Set(reports.map(({ id }) => id)),
  };
  return (state, waitsFor) => {
    const found = requests
      .filter((request) => request.state === state)
      .map(({ id, requester_id: requesterId }) => {
        return { id, requesterId, assigned: assignments.findLast((one) => one.request_id === id) };
      })
      .find(({ assigned }) => !(waitsFor && said[waitsFor].has(assigned?.id ?? '')));
    return {
      id: found?.id ?? NOBODY,
      requesterId: found?.requesterId ?? NOBODY,
      volunteerId: found?.assigned?.volunteer_id ?? null,
    };
  };
}
