import type { About } from '../types.ts';

const PAGES: Readonly<Record<About, (id: string) => string>> = {
  own_request: (id) => `/spot/requests/${id}`,
  own_question: (id) => `/spot/requests/${id}/conversation`,
  offer: (id) => `/spot/offers/${id}`,
  closed_offer: () => '/spot/offers',
  visit: (id) => `/spot/visits/${id}`,
  ended_visit: () => '/spot/visits',
  thread: (id) => `/conversations/${id}`,
  application: () => '/volunteering',
  desk_request: (id) => `/desk/requests/${id}`,
  desk_thread: (id) => `/conversations/${id}`,
  desk_application: (id) => `/trust/people/${id}`,
  concern: (id) => `/trust/concerns/${id}`,
  staff_act: () => '/staff-acts',
  own_access: () => '/sessions',
  own_leaving: () => '/me/leaving',
};

/** The page where somebody sees what they were told of, without the language. */
export function pageOf(about: About, objectId: string | null): string {
  return PAGES[about](objectId ?? '');
}

const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

/**
 * What is read on a page, by its path: the sorts that lead there, and of which thing; null where the page is about
 * all things of its sort.
 */
export function readAt(path: string): {
  readonly abouts: readonly About[];
  readonly objectId: string | null;
} {
  const objectId = ID.exec(path)?.[0] ?? null;
  const abouts = (Object.keys(PAGES) as About[]).filter((about) => pageOf(about, objectId) === path);
  return { abouts, objectId };
}

const OF_REQUESTS: readonly About[] = ['own_request', 'own_question', 'offer', 'visit', 'desk_request'];

/** What leads to a request that the reader still has to do with; an offer that is over is not one any more. */
export function isAboutRequest(about: About): boolean {
  return OF_REQUESTS.includes(about);
}

type Ids = Readonly<Record<string, string>>;

const OBJECTS: Readonly<Record<About, (ids: Ids) => string | undefined>> = {
  own_request: (ids) => ids['requestId'],
  own_question: (ids) => ids['requestId'],
  offer: (ids) => ids['requestId'],
  closed_offer: (ids) => ids['requestId'],
  visit: (ids) => ids['requestId'],
  ended_visit: (ids) => ids['requestId'],
  thread: (ids) => ids['threadId'],
  application: () => undefined,
  desk_request: (ids) => ids['requestId'],
  desk_thread: (ids) => ids['threadId'],
  desk_application: (ids) => ids['personId'],
  concern: (ids) => ids['concernId'],
  staff_act: (ids) => ids['staffActId'],
  own_access: () => undefined,
  own_leaving: () => undefined,
};

/** The id in an event's ids that the page needs; null for a page of one's own. */
export function objectOf(about: About, ids: Ids): string | null {
  return OBJECTS[about](ids) ?? null;
}
