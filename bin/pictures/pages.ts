import type { RequestState } from '../../src/modules/spot/index.ts';
import type { Role } from '../../src/platform/permissions.ts';
import type { World } from './world.ts';

/** A page to look at: which one, as whom, and its forms in which states. */
export interface PageToTake {
  /** Part of file names. */
  readonly name: string;
  /** The route's path with its names, as it is declared. */
  readonly route: string;
  /** Staff screens exist in Japanese and English. */
  readonly languages: 'all' | 'staff';
  /** The path to open, without the language. */
  path(world: World): string;
  /** The id of who looks; null for a visitor. */
  who(world: World): string | null;
  /** The form whose filled and refused states are taken too, by the end of its action. */
  readonly form?: string;
}

type Looking = Partial<Pick<PageToTake, 'name' | 'languages' | 'path' | 'who' | 'form'>>;

function look(route: string, more: Looking = {}): PageToTake {
  const name = route.replaceAll(/[/:.]+/g, '-').replace(/^-/, '') || 'home';
  return { name, route, languages: 'all', path: () => route, who: () => null, ...more };
}

const as = (role: Role) => (world: World) => world.personWith(role);
const newcomer = (world: World) => world.newcomerId;

function staff(route: string, more: Looking & { role?: Role } = {}): PageToTake {
  return look(route, { languages: 'staff', who: as(more.role ?? 'coordinator'), ...more });
}

/** A page about a request, once for each state, as its requester or volunteer sees it. */
function inStates(
  route: string,
  states: readonly RequestState[],
  who: 'requesterId' | 'volunteerId',
): PageToTake[] {
  const party = who === 'requesterId' ? 'requester' : 'volunteer';
  return states.map((state) => {
    const isToSay = state === 'visited';
    const request = (world: World) => world.request(state, isToSay ? party : undefined);
    return look(route, {
      name: `${route.replaceAll(/[/:]+/g, '-').slice(1)}-${state.replace('_', '-')}`,
      path: (world) => route.replace(':id', request(world).id),
      who: (world) => request(world)[who],
      ...(isToSay && { form: party === 'requester' ? '/feedback' : '/report' }),
    });
  });
}

const VISITORS: readonly PageToTake[] = [
  look('/'),
  look('/about'),
  look('/privacy'),
  look('/help-now'),
  look('/volunteering'),
  look('/sign-in', { form: '/sign-in' }),
  look('/dev/mail'),
  look('/dev/mail/:id', { path: ({ mailId }) => `/dev/mail/${mailId}` }),
  look('/styleguide'),
];

const OWN: readonly PageToTake[] = [
  look('/me', { who: as('resident') }),
  look('/me', { name: 'me-volunteer', who: as('volunteer') }),
  look('/me/profile', { who: as('resident'), form: '/me/profile' }),
  look('/me/languages', { who: as('resident') }),
  look('/me/japanese', { who: as('resident') }),
  look('/me/place', { who: as('resident'), form: '/me/place' }),
  look('/me/household', { who: as('resident'), form: '/household/members' }),
  look('/me/sharing', { who: as('volunteer') }),
  look('/me/availability', { who: as('volunteer'), form: '/availability/exceptions' }),
  look('/me/notifications', { who: as('resident') }),
  look('/me/record', { who: as('resident') }),
  look('/me/leaving', { who: as('resident') }),
  look('/inbox', { who: as('resident') }),
  look('/sessions', { who: as('resident') }),
  look('/passkeys', { who: as('resident') }),
  look('/welcome', { who: ({ strangerId }) => strangerId, form: '/welcome' }),
  look('/conversations', { who: ({ thread }) => thread.personId }),
  look('/conversations/:id', {
    path: ({ thread }) => `/conversations/${thread.id}`,
    who: ({ thread }) => thread.personId,
    form: '/messages',
  }),
  look('/second-factor/set-up', { who: as('coordinator'), form: '/second-factor/set-up' }),
];

const ASKING: readonly PageToTake[] = [
  look('/spot/requests/new', { who: as('resident'), form: '/spot/requests/summary' }),
  look('/spot/requests', { who: ({ request }) => request('confirmed').requesterId }),
  look('/spot/requests', { name: 'spot-requests-empty', who: newcomer }),
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

const VOLUNTEERING: readonly PageToTake[] = [
  look('/spot/offers', { who: ({ offer }) => offer.volunteerId }),
  look('/spot/offers', { name: 'spot-offers-before-approval', who: newcomer }),
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
  look('/volunteering/application', { who: newcomer, form: '/volunteering/application' }),
  look('/volunteering/pledge', {
    who: ({ applicantId }) => applicantId,
    form: '/volunteering/pledge',
  }),
  look('/volunteering/conversation', {
    who: ({ applicantId }) => applicantId,
    form: '/volunteering/conversation',
  }),
  look('/volunteering', { name: 'volunteering-approved', who: as('volunteer') }),
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

const STAFF: readonly PageToTake[] = [
  staff('/desk'),
  staff('/desk/requests'),
  staff('/people/:id/requests/new', {
    path: (world) => `/people/${world.personWith('resident')}/requests/new`,
  }),
  staff('/people/new', { form: '/people/new' }),
  staff('/desk/visits'),
  ...DESK_STATES.map((state) =>
    staff('/desk/requests/:id', {
      name: `desk-requests-${state.replace('_', '-')}`,
      path: ({ request }) => `/desk/requests/${request(state).id}`,
    }),
  ),
  staff('/desk/requests/:id/volunteers', {
    path: ({ request }) => `/desk/requests/${request('open').id}/volunteers`,
  }),
  staff('/settings', { role: 'administrator' }),
  staff('/settings/organization', { role: 'administrator', form: '/settings/organization' }),
  staff('/settings/texts', { role: 'administrator', form: '/settings/texts' }),
  staff('/settings/watch', { role: 'administrator' }),
  staff('/desk/settings', { role: 'administrator', form: '/desk/settings' }),
  staff('/people'),
  staff('/staff-acts', { role: 'administrator' }),
  staff('/people/:id', { path: ({ personWith }) => `/people/${personWith('resident')}` }),
  staff('/people/:id/leaving', { path: ({ personWith }) => `/people/${personWith('resident')}/leaving` }),
  staff('/people/:id/ties', { path: ({ personWith }) => `/people/${personWith('resident')}/ties` }),
  staff('/people/:id/roles/:roleId/ending', {
    role: 'administrator',
    path: ({ staffRole }) => `/people/${staffRole.personId}/roles/${staffRole.id}/ending`,
  }),
  staff('/trust/applications'),
  staff('/trust/people/:id', { path: ({ applicantId }) => `/trust/people/${applicantId}` }),
  staff('/trust/people/:id/conversation', {
    path: ({ applicantId }) => `/trust/people/${applicantId}/conversation`,
    form: '/conversation',
  }),
  staff('/trust/concerns'),
  staff('/trust/concerns/:id', { path: ({ concernId }) => `/trust/concerns/${concernId}` }),
  staff('/trust/policy', { role: 'administrator', form: '/trust/policy' }),
  staff('/helplines', { role: 'administrator' }),
  staff('/helplines/line', { role: 'administrator', form: '/helplines/lines' }),
];

/** Every page of the product, in the order in which somebody would look through them. */
export const PAGES: readonly PageToTake[] = [...VISITORS, ...ASKING, ...VOLUNTEERING, ...OWN, ...STAFF];

/** Routes that answer a browser with no page of their own, each with the reason. */
export const NO_PAGES: Readonly<Record<string, string>> = {
  '/live': 'a stream of changes',
  '/inbox/:id': 'leads to what the line is about',
  '/danger-words': 'a list for scripts',
  '/demonstration/signed-in': 'leads on for whoever has just signed in',
  '/me/export': 'a file',
  '/kept-forms/:token': 'what was typed before a session ended; its token is made on the way',
  '/unsubscriptions/:token': 'opened from a mail; its token is made on the way',
  '/sign-in/code': 'needs the cookie of who has just asked for a code; taken by the form of /sign-in',
  '/settings/changes/:number': 'asks once more before a change is taken back; a fresh house has none',
  '/second-factor': 'leads on for whoever is in the demonstration',
  '/second-factor/recovery-codes': 'shown once, when a second factor has been set up',
  '/people/:id/address': 'for whoever has none; everybody in the demonstration has one',
  '/start': 'leads to the desk or to one’s own page',
  '/spot/drafts/photos/:photoId': 'a photo',
  '/spot/requests/summary': 'needs what was kept; taken by the form of /spot/requests/new',
  '/spot/requests/:id/calendar.ics': 'a file',
  '/spot/requests/:id/conversation': 'leads to the conversation',
  '/spot/requests/:id/photos/:photoId': 'a photo',
  '/things/:kind/:id': 'leads to the page of a thing',
};
