import type { Database } from '../../platform/database/connect.ts';
import {
  as,
  look,
  NOBODY_ID,
  type PageToTake,
  type Samples,
  staffLook,
} from '../../platform/parts/sampling.ts';
import type { PeopleWorld } from '../people/samples.ts';
import type { RequestState } from './index.ts';

/** A request with those it concerns. */
interface Concerned {
  readonly id: string;
  readonly requesterId: string;
  readonly volunteerId: string | null;
}

/** Requests by what they are in the middle of. */
export interface SpotWorld {
  /** @param waitsFor who has not said yet how it was; without it, any request in the state */
  request(state: RequestState, waitsFor?: 'requester' | 'volunteer'): Concerned;
  readonly offer: { readonly id: string; readonly volunteerId: string };
}

type World = SpotWorld & PeopleWorld;

/** A page about a request, once for each state, as its requester or volunteer sees it. */
function inStates(
  route: string,
  states: readonly RequestState[],
  who: 'requesterId' | 'volunteerId',
): PageToTake<World>[] {
  const party = who === 'requesterId' ? 'requester' : 'volunteer';
  return states.map((state) => {
    const isToSay = state === 'visited';
    const request = (world: World) => world.request(state, isToSay ? party : undefined);
    return look(route, {
      name: `${route.replaceAll(/[/:]+/g, '-').slice(1)}-${state.replace('_', '-')}`,
      path: (world: World) => route.replace(':id', request(world).id),
      who: (world: World) => request(world)[who],
      ...(isToSay && { form: party === 'requester' ? '/feedback' : '/report' }),
    });
  });
}

const ASKING: readonly PageToTake<World>[] = [
  look('/spot/requests/new', { who: as('resident'), form: '/spot/requests/summary' }),
  look('/spot/requests', { who: ({ request }) => request('confirmed').requesterId }),
  look('/spot/requests', { name: 'spot-requests-empty', who: ({ newcomerId }) => newcomerId }),
  ...inStates(
    '/spot/requests/:id',
    ['submitted', 'asked_back', 'open', 'accepted', 'confirmed', 'in_progress', 'visited', 'closed'],
    'requesterId',
  ),
  ...inStates(
    '/spot/requests/:id',
    ['unfilled', 'no_show', 'declined', 'redirected', 'cancelled'],
    'requesterId',
  ),
];

const VOLUNTEERING: readonly PageToTake<World>[] = [
  look('/spot/offers', { who: ({ offer }) => offer.volunteerId }),
  look('/spot/offers', { name: 'spot-offers-before-approval', who: ({ newcomerId }) => newcomerId }),
  look('/spot/offers/:id', {
    path: ({ offer }) => `/spot/offers/${offer.id}`,
    who: ({ offer }) => offer.volunteerId,
  }),
  look('/spot/visits', { who: ({ request }) => request('confirmed').volunteerId }),
  ...inStates(
    '/spot/visits/:id',
    ['accepted', 'confirmed', 'in_progress', 'visited', 'closed'],
    'volunteerId',
  ),
];

const DESK_STATES: readonly RequestState[] = [
  'submitted',
  'open',
  'accepted',
  'confirmed',
  'in_progress',
  'visited',
  'unfilled',
  'no_show',
  'closed',
];

const STAFF: readonly PageToTake<World>[] = [
  staffLook('/desk/map'),
  staffLook('/desk/requests'),
  staffLook('/people/:id/requests/new', {
    path: (world) => `/people/${world.personWith('resident')}/requests/new`,
  }),
  staffLook('/desk/visits'),
  staffLook('/desk/visits', { name: 'desk-visits-week', path: () => '/desk/visits?span=week' }),
  ...DESK_STATES.map((state) =>
    staffLook<World>('/desk/requests/:id', {
      name: `desk-requests-${state.replace('_', '-')}`,
      path: ({ request }) => `/desk/requests/${request(state).id}`,
    }),
  ),
  staffLook('/desk/requests/:id/volunteers', {
    path: ({ request }) => `/desk/requests/${request('open').id}/volunteers`,
  }),
  staffLook('/settings/spot', { role: 'administrator', form: '/settings/spot' }),
];

export const samples: Samples<World> = {
  async find(db) {
    // Of whoever has most to answer.
    const offer = await db
      .selectFrom('spot.offers as o')
      .select(['id', 'volunteer_id as volunteerId'])
      .where('state', '=', 'asked')
      .orderBy(
        (of) =>
          of
            .selectFrom('spot.offers as other')
            .whereRef('other.volunteer_id', '=', 'o.volunteer_id')
            .where('other.state', '=', 'asked')
            .select(({ fn }) => fn.countAll().as('count')),
        'desc',
      )
      .limit(1)
      .executeTakeFirst();
    return {
      request: await requestFinder(db),
      offer: offer ?? { id: NOBODY_ID, volunteerId: NOBODY_ID },
    };
  },
  pages: [...ASKING, ...VOLUNTEERING, ...STAFF],
  noPages: {
    '/spot/drafts/photos/:photoId': 'a photo',
    '/spot/requests/summary': 'needs what was kept; taken by the form of /spot/requests/new',
    '/spot/requests/:id/calendar.ics': 'a file',
    '/spot/requests/:id/conversation': 'leads to the conversation',
    '/spot/requests/:id/photos/:photoId': 'a photo',
  },
  params: {
    '/spot/requests/:id': listParams,
    '/spot/visits/:id': listParams,
    '/desk/': listParams,
    '/spot/offers/:id': (db) => db.selectFrom('spot.offers').select('id').execute(),
  },
};

/** Every request, the one that both have agreed to first: most people have a tie to it. */
async function listParams(db: Database) {
  const rows = await db
    .selectFrom('spot.support_requests')
    .select(['id', 'state'])
    .orderBy('state')
    .execute();
  return rows
    .toSorted((a, b) => Number(b.state === 'confirmed') - Number(a.state === 'confirmed'))
    .map(({ id }) => ({ id, photoId: NOBODY_ID }));
}

async function requestFinder(db: Database): Promise<SpotWorld['request']> {
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
      id: found?.id ?? NOBODY_ID,
      requesterId: found?.requesterId ?? NOBODY_ID,
      volunteerId: found?.assigned?.volunteer_id ?? null,
    };
  };
}
