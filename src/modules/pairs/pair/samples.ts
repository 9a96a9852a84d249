import { sql } from 'kysely';
import type { Database } from '../../../platform/database/connect.ts';
import { look, NOBODY_ID, type Samples, staffLook } from '../../../platform/parts/sampling.ts';
import type { PeopleWorld } from '../../people/samples.ts';
import type { PairState } from '../types.ts';

interface Seen {
  readonly id: string;
  readonly volunteerId: string;
  readonly residentId: string;
}

/** Pairs before their half year. */
export interface PairsOnTheirWay {
  readonly proposedPair: Seen;
  readonly offeredPair: Seen;
  readonly meetingPair: Seen;
}

async function findIn(db: Database, ...states: readonly PairState[]): Promise<Seen> {
  const found = await db
    .selectFrom('pairs.pairs as p')
    .innerJoin('pairs.applications as v', 'v.id', 'p.volunteer_application_id')
    .innerJoin('pairs.applications as r', 'r.id', 'p.resident_application_id')
    .select(['p.id', 'v.person_id as volunteerId', 'r.person_id as residentId'])
    .where('p.state', 'in', states)
    .orderBy(sql`array_position(${[...states]}::text[], p.state::text)`)
    .orderBy('p.proposed_at')
    .limit(1)
    .executeTakeFirst();
  return found ?? { id: NOBODY_ID, volunteerId: NOBODY_ID, residentId: NOBODY_ID };
}

const idsIn =
  (...states: readonly PairState[]) =>
  async (db: Database) => [{ id: (await findIn(db, ...states)).id }];

export const samples: Samples<PairsOnTheirWay & PeopleWorld> = {
  find: async (db) => ({
    proposedPair: await findIn(db, 'proposed', 'offered'),
    offeredPair: await findIn(db, 'offered'),
    meetingPair: await findIn(db, 'introduction', 'active'),
  }),
  pages: [
    look('/pairs/:id/proposal', {
      path: ({ proposedPair }) => `/pairs/${proposedPair.id}/proposal`,
      who: ({ proposedPair }) => proposedPair.volunteerId,
    }),
    look('/pairs/:id/proposal', {
      name: 'pairs-id-proposal-resident',
      path: ({ offeredPair }) => `/pairs/${offeredPair.id}/proposal`,
      who: ({ offeredPair }) => offeredPair.residentId,
    }),
    look('/pairs/:id', {
      name: 'pairs-id-introduction',
      path: ({ meetingPair }) => `/pairs/${meetingPair.id}`,
      who: ({ meetingPair }) => meetingPair.residentId,
      form: 'report',
    }),
    look('/pairs', {
      name: 'pairs-offered',
      who: ({ offeredPair }) => offeredPair.residentId,
    }),
    look('/pairs', {
      name: 'pairs-meeting',
      who: ({ meetingPair }) => meetingPair.volunteerId,
    }),
    look('/pairs/:id/expectations', {
      path: ({ meetingPair }) => `/pairs/${meetingPair.id}/expectations`,
      who: ({ meetingPair }) => meetingPair.volunteerId,
      form: 'expectations',
    }),
    look('/pairs/coordinators/conversation', {
      who: ({ meetingPair }) => meetingPair.residentId,
      form: '/pairs/coordinators/conversation',
    }),
    staffLook('/desk/pairs'),
    staffLook('/desk/pairs/applicants/:id/conversation', {
      path: ({ meetingPair }) => `/desk/pairs/applicants/${meetingPair.residentId}/conversation`,
      form: '/conversation',
    }),
    staffLook('/desk/pairs/:id', {
      path: ({ meetingPair }) => `/desk/pairs/${meetingPair.id}`,
      form: 'hand-over',
    }),
  ],
  noPages: {
    '/pairs/:id/introduction.ics': 'a file for a calendar',
    '/pairs/:id/conversation': 'leads to the conversation',
  },
  params: {
    '/desk/pairs/applicants/:id/conversation': async (db) => [
      { id: (await findIn(db, 'introduction', 'active')).residentId },
    ],
    '/desk/pairs/:id': idsIn('introduction', 'active'),
    '/pairs/:id/proposal': idsIn('proposed', 'offered'),
    '/pairs/:id/expectations': idsIn('introduction', 'active'),
  },
};
