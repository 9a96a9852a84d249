import type { Database } from '../../../platform/database/connect.ts';
import { look, NOBODY_ID, type Samples, staffLook } from '../../../platform/parts/sampling.ts';
import type { PeopleWorld } from '../../people/samples.ts';

/** Pairs to look at, with their residents. */
interface MonthsWorld {
  readonly runningPair: PairToSee;
  /** In its first month, of which everybody is asked how lonely they are. */
  readonly pairThatBegan: PairToSee;
  /** Of which a check-in waits for its resident. */
  readonly askedInPair: PairToSee;
  readonly pairThatIsOver: PairToSee;
  /** Of whom nobody knows yet how it was. */
  readonly toClose: { readonly pairId: string; readonly personId: string };
  readonly certificateCode: string;
}
interface PairToSee {
  readonly id: string;
  readonly residentId: string;
}

async function findIn(
  db: Database,
  state: 'active' | 'completed',
  age: 'oldest' | 'newest' = 'oldest',
): Promise<PairToSee> {
  const found = await db
    .selectFrom('pairs.pairs as p')
    .innerJoin('pairs.applications as r', 'r.id', 'p.resident_application_id')
    .select(['p.id', 'r.person_id as residentId'])
    .where('p.state', '=', state)
    .orderBy('p.started_on', age === 'oldest' ? 'asc' : 'desc')
    .limit(1)
    .executeTakeFirst();
  return found ?? { id: NOBODY_ID, residentId: NOBODY_ID };
}

async function findAsked(db: Database): Promise<PairToSee | undefined> {
  return db
    .selectFrom('pairs.check_ins as c')
    .innerJoin('pairs.pairs as p', 'p.id', 'c.pair_id')
    .select(['p.id', 'c.person_id as residentId'])
    .where('p.state', '=', 'active')
    .where('c.side', '=', 'resident')
    .where('c.answered_at', 'is', null)
    .orderBy('c.asked_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}

async function findToClose(db: Database): Promise<MonthsWorld['toClose']> {
  const found = await db
    .selectFrom('pairs.pairs as p')
    .innerJoin('pairs.applications as a', (join) =>
      join.on((eb) =>
        eb.or([
          eb('a.id', '=', eb.ref('p.volunteer_application_id')),
          eb('a.id', '=', eb.ref('p.resident_application_id')),
        ]),
      ),
    )
    .leftJoin('pairs.closures as c', (join) =>
      join.onRef('c.pair_id', '=', 'p.id').onRef('c.person_id', '=', 'a.person_id'),
    )
    .select(['p.id as pairId', 'a.person_id as personId'])
    .where('p.state', 'in', ['completed', 'ended'])
    .where('c.id', 'is', null)
    .orderBy('p.over_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return found ?? { pairId: NOBODY_ID, personId: NOBODY_ID };
}

async function findCode(db: Database): Promise<string> {
  const found = await db.selectFrom('pairs.certificates').select('code').limit(1).executeTakeFirst();
  return found?.code ?? 'NONE';
}

export const samples: Samples<MonthsWorld & PeopleWorld> = {
  find: async (db) => ({
    runningPair: await findIn(db, 'active'),
    pairThatBegan: await findIn(db, 'active', 'newest'),
    askedInPair: (await findAsked(db)) ?? (await findIn(db, 'active')),
    pairThatIsOver: await findIn(db, 'completed'),
    toClose: await findToClose(db),
    certificateCode: await findCode(db),
  }),
  pages: [
    look('/pairs/:id', {
      path: ({ runningPair }) => `/pairs/${runningPair.id}`,
      who: ({ runningPair }) => runningPair.residentId,
    }),
    look('/pairs', {
      name: 'pairs-running',
      who: ({ runningPair }) => runningPair.residentId,
    }),
    look('/pairs/:id/check-in', {
      path: ({ askedInPair }) => `/pairs/${askedInPair.id}/check-in`,
      who: ({ askedInPair }) => askedInPair.residentId,
      form: '/check-in',
    }),
    look('/pairs/:id/loneliness', {
      path: ({ pairThatBegan }) => `/pairs/${pairThatBegan.id}/loneliness`,
      who: ({ pairThatBegan }) => pairThatBegan.residentId,
      form: '/loneliness',
    }),
    staffLook('/desk/pairs/figures'),
    look('/pairs/certificates/:code', {
      path: ({ certificateCode }) => `/pairs/certificates/${certificateCode}`,
    }),
    look('/pairs/:id', {
      name: 'pairs-id-over',
      path: ({ pairThatIsOver }) => `/pairs/${pairThatIsOver.id}`,
      who: ({ pairThatIsOver }) => pairThatIsOver.residentId,
    }),
    look('/pairs/:id/closing', {
      path: ({ toClose }) => `/pairs/${toClose.pairId}/closing`,
      who: ({ toClose }) => toClose.personId,
      form: '/closing',
    }),
  ],
  noPages: { '/pairs/:id/certificate.pdf': 'a file' },
  params: {
    '/pairs/certificates/:code': (db) => db.selectFrom('pairs.certificates').select('code').execute(),
    '/pairs/:id': async (db) => [
      { id: (await findIn(db, 'active')).id },
      { id: (await findIn(db, 'completed')).id },
    ],
  },
};
