import { NOBODY_TALKS, type Talk, type Thing } from '../../src/platform/thing.ts';

/** A thing of no program, of which a test says who talks. */
export function madeUpThing(kind: Thing['kind'] = 'made_up.walk') {
  const talks = new Map<string, Talk>();
  const close = new Set<string>();
  const thing: Thing = {
    kind,
    pathFor: (onlooker, id) => `/made-up/${onlooker}/${id}`,
    wordsIn: (locale) => ({
      withStaff: `With us, in ${locale}`,
      together: `Together, in ${locale}`,
      back: 'Back to the walk',
      lead: 'About the walk.',
    }),
    isKeptFrom: async (_db, id, readerId) => close.has(`${id} ${readerId}`),
    whoTalks: async (_db, id) => talks.get(id) ?? NOBODY_TALKS,
    doors: [
      { path: '/made-up/:id/conversation', as: 'party', access: 'person', begins: 'person', audit: null },
      {
        path: '/made-up/staff/:id/conversation',
        as: 'staff',
        access: ['coordinator'],
        begins: ['coordinator'],
        audit: 'trust.person.viewed',
      },
    ],
    whenTalkChanges: () => [],
  };
  const isClose = (id: string, readerId: string) => close.add(`${id} ${readerId}`);
  return {
    thing,
    isClose,
    says: (id: string, talk: Partial<Talk>) => talks.set(id, { ...NOBODY_TALKS, ...talk }),
  };
}
