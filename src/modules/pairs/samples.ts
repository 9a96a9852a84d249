import type { Database } from '../../platform/database/connect.ts';
import { look, NOBODY_ID, type Samples, staffLook } from '../../platform/parts/sampling.ts';
import type { PeopleWorld } from '../people/samples.ts';
import { CURRENT } from './applications/life.ts';
import { findResult } from './rounds/store/rounds.ts';
import type { ToldRound } from './rounds/types.ts';
import { SIDES, type Side } from './types.ts';

/** Whom and what there is to look at in half-year pairs. */
export interface PairsWorld {
  /** An application to look at on the desk, and its applicant; nobody's where a world has none. */
  readonly pairApplication: { readonly id: string; readonly personId: string };
  /** Somebody who has met a volunteer lately. */
  readonly whoMetId: string | null;
  /** Of each side, somebody whose application is current. */
  readonly applicants: Readonly<Record<Side, string | null>>;
  /** A round to look at, a resident in it, and a volunteer who is proposed to them. */
  readonly round: {
    readonly id: string;
    readonly resident: string | null;
    readonly volunteer: string | null;
  } | null;
}

/** Whoever waits on the way to a pair; somebody new where nobody does. */
const applicantOf = ({ pairApplication: { personId }, newcomerId }: PairsWorld & PeopleWorld) =>
  personId === NOBODY_ID ? newcomerId : personId;

/** A resident in a round, with a proposal or without; null where it has none. */
const someoneIn = ({ proposals, leftOver }: ToldRound): string | null =>
  (proposals[0] ?? leftOver[0])?.residentId ?? null;

/** The earliest of a side whose application is current. */
async function findApplicant(db: Database, side: Side): Promise<string | null> {
  const found = await db
    .selectFrom('pairs.applications')
    .select('person_id')
    .where('side', '=', side)
    .where('state', 'in', CURRENT)
    .orderBy('submitted_at')
    .limit(1)
    .executeTakeFirst();
  return found?.person_id ?? null;
}

/** A page of a round; the list of all where a world has none. */
const roundPath = (round: PairsWorld['round'], more = '') =>
  round ? `/desk/pairs/rounds/${round.id}${more}` : '/desk/pairs/rounds';

export const samples: Samples<PairsWorld & PeopleWorld> = {
  async find(db) {
    const met = await db.selectFrom('pairs.meetings').select('resident_id').limit(1).executeTakeFirst();
    const round = await db
      .selectFrom('pairs.rounds')
      .select('id')
      .where('state', '=', 'solved')
      .limit(1)
      .executeTakeFirst();
    const told = round && (await findResult(db, round.id));
    const applied = await db
      .selectFrom('pairs.applications')
      .select(['id', 'person_id as personId'])
      .where('state', 'in', ['submitted', 'accepted'])
      .orderBy('submitted_at')
      .limit(1)
      .executeTakeFirst();
    return {
      pairApplication: applied ?? { id: NOBODY_ID, personId: NOBODY_ID },
      whoMetId: met?.resident_id ?? null,
      applicants: {
        resident: await findApplicant(db, 'resident'),
        volunteer: await findApplicant(db, 'volunteer'),
      },
      round:
        round && told
          ? {
              ...{ id: round.id, resident: someoneIn(told) },
              volunteer: told.proposals[0]?.volunteerId ?? null,
            }
          : null,
    };
  },
  pages: [
    look('/pairs'),
    look('/pairs', { name: 'pairs-own', who: applicantOf }),
    look('/pairs/loneliness', { who: applicantOf, form: '/pairs/loneliness' }),
    ...SIDES.map((side) =>
      look<PairsWorld & PeopleWorld>(`/pairs/changes/${side}`, {
        path: ({ applicants }) => (applicants[side] ? `/pairs/changes/${side}` : '/pairs'),
        who: ({ applicants, newcomerId }) => applicants[side] ?? newcomerId,
        form: `/pairs/changes/${side}`,
      }),
    ),
    look('/pairs/apply/:side', {
      path: () => '/pairs/apply/resident',
      who: ({ newcomerId }) => newcomerId,
      form: '/pairs/apply/resident',
    }),
    look('/pairs/terms'),
    look('/pairs/fees'),
    look('/pairs/consents', {
      path: ({ pairApplication: { id } }) => (id === NOBODY_ID ? '/pairs' : '/pairs/consents'),
      who: applicantOf,
      form: '/pairs/consents',
    }),
    staffLook('/settings/pairs', { role: 'administrator', form: '/settings/pairs' }),
    staffLook('/settings/pairs-fees', { role: 'administrator', form: '/settings/pairs-fees' }),
    staffLook('/settings/pairs-terms/:side', {
      role: 'administrator',
      path: () => '/settings/pairs-terms/resident',
      form: '/resident',
    }),
    staffLook('/desk/pairs/applications'),
    staffLook('/desk/pairs/applications/:id', {
      path: ({ pairApplication: { id } }) => `/desk/pairs/applications/${id}`,
    }),
    staffLook('/desk/pairs/people/:id/:side', {
      path: ({ newcomerId }) => `/desk/pairs/people/${newcomerId}/resident`,
      form: '/resident',
    }),
    look('/pairs/wishes', {
      who: ({ whoMetId, newcomerId }) => whoMetId ?? newcomerId,
      form: '/pairs/wishes',
    }),
    staffLook('/desk/pairs/wishes'),
    staffLook('/desk/pairs/rounds'),
    staffLook('/desk/pairs/rounds/replay'),
    staffLook('/desk/pairs/rounds/new', { form: '/desk/pairs/rounds/new' }),
    staffLook('/desk/pairs/rounds/:id', { path: ({ round }) => roundPath(round) }),
    staffLook('/desk/pairs/rounds/:id/residents/:resident', {
      path: ({ round }) => roundPath(round, round?.resident ? `/residents/${round.resident}` : ''),
    }),
    staffLook('/desk/pairs/rounds/:id/residents/:resident', {
      name: 'desk-pairs-rounds-words',
      path: ({ round }) =>
        roundPath(round, round?.volunteer ? `/residents/${round.resident}?words=${round.volunteer}` : ''),
      form: '/words',
    }),
  ],
  noPages: {
    '/pairs/interview.ics': 'a file for calendars',
    '/pairs/apply/:side/summary': 'what was filled in before; the form where nothing was',
  },
  params: {
    '/settings/pairs-terms/:side': async () => [{ side: 'resident' }, { side: 'volunteer' }],
    '/pairs/apply/:side': async () => [{ side: 'resident' }, { side: 'volunteer' }],
    '/desk/pairs/applications/:id': (db) => db.selectFrom('pairs.applications').select('id').execute(),
    '/desk/pairs/people/:id/:side': async (_db, { nobody = NOBODY_ID }) => [{ id: nobody, side: 'resident' }],
    '/desk/pairs/rounds/:id/residents/:resident': async (db) => {
      const rounds = await db.selectFrom('pairs.rounds').select('id').execute();
      const told = await Promise.all(rounds.map(async ({ id }) => ({ id, round: await findResult(db, id) })));
      return told.flatMap(
        ({ id, round }) => round?.proposals.map(({ residentId }) => ({ id, resident: residentId })) ?? [],
      );
    },
    '/desk/pairs/rounds/:id': (db) => db.selectFrom('pairs.rounds').select('id').execute(),
  },
};
