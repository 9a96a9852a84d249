import type { Database } from '../../../platform/database/connect.ts';
import { look, NOBODY_ID, type Samples } from '../../../platform/parts/sampling.ts';

/** A running pair, with its resident. */
interface MonthsWorld {
  readonly runningPair: { readonly id: string; readonly residentId: string };
}

async function findRunning(db: Database): Promise<MonthsWorld['runningPair']> {
  const found = await db
    .selectFrom('pairs.pairs as p')
    .innerJoin('pairs.applications as r', 'r.id', 'p.resident_application_id')
    .select(['p.id', 'r.person_id as residentId'])
    .where('p.state', '=', 'active')
    .orderBy('p.started_on')
    .limit(1)
    .executeTakeFirst();
  return found ?? { id: NOBODY_ID, residentId: NOBODY_ID };
}

export const samples: Samples<MonthsWorld> = {
  find: async (db) => ({ runningPair: await findRunning(db) }),
  pages: [
    look('/pairs/:id', {
      path: ({ runningPair }) => `/pairs/${runningPair.id}`,
      who: ({ runningPair }) => runningPair.residentId,
    }),
    look('/pairs/:id/check-in', {
      path: ({ runningPair }) => `/pairs/${runningPair.id}/check-in`,
      who: ({ runningPair }) => runningPair.residentId,
      form: '/check-in',
    }),
  ],
  params: {
    '/pairs/:id': async (db) => [{ id: (await findRunning(db)).id }],
  },
};
