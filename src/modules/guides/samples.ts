import { look, NOBODY_ID, type Samples, staffLook } from '../../platform/parts/sampling.ts';
import type { PeopleWorld } from '../people/samples.ts';
import type { GuideState } from './types.ts';

/** What there is to look at of guides; nobody's where a world has none. */
export interface GuidesWorld extends PeopleWorld {
  /** The address of one that everybody sees. */
  readonly guideSlug: string;
  guideIn(state: GuideState): string;
  readonly factId: string;
  /** Of a small task that waits, and whose it is. */
  readonly checkId: string;
  readonly checkerId: string;
}

type World = GuidesWorld;
const at = (state: GuideState, rest = '') => ({
  path: ({ guideIn }: World) => `/desk/guides/${guideIn(state)}${rest}`,
});

export const samples: Samples<World> = {
  async find(db) {
    const guides = await db
      .selectFrom('guides.guides')
      .select(['id', 'slug', 'state'])
      .orderBy('created_at', 'desc')
      .orderBy('id')
      .execute();
    const check = await db
      .selectFrom('guides.checks')
      .select(['id', 'volunteer_id', 'fact_id'])
      .orderBy('state')
      .orderBy('id')
      .executeTakeFirst();
    return {
      guideSlug: guides.find(({ state }) => state === 'published')?.slug ?? 'none',
      guideIn: (state) => guides.find((one) => one.state === state)?.id ?? NOBODY_ID,
      factId: check?.fact_id ?? NOBODY_ID,
      checkId: check?.id ?? NOBODY_ID,
      checkerId: check?.volunteer_id ?? NOBODY_ID,
    };
  },
  pages: [
    look('/guides'),
    look('/guides', { name: 'guides-gomi', path: () => '/guides?q=gomi' }),
    look('/guides/offices'),
    look('/guides/:slug', { path: ({ guideSlug }) => `/guides/${guideSlug}` }),
    look('/guides/checks/:id', {
      who: ({ checkerId }) => checkerId,
      path: ({ checkId }) => `/guides/checks/${checkId}`,
      form: '/report',
    }),
    staffLook('/desk/guides'),
    staffLook('/desk/guides', { name: 'desk-guides-drafts', path: () => '/desk/guides?show=drafts' }),
    staffLook('/desk/guides/new', { form: '/desk/guides/new' }),
    ...(['draft', 'in_review', 'published'] as const).map((state) =>
      staffLook<World>('/desk/guides/:id', {
        name: `desk-guides-id-${state.replace('_', '-')}`,
        ...at(state),
      }),
    ),
    staffLook('/desk/guides/:id/words', { ...at('published', '/words'), form: '/words' }),
    staffLook('/desk/guides/:id/words/:language', { ...at('published', '/words/en'), form: '/words/en' }),
    staffLook('/desk/facts'),
    staffLook('/desk/facts/new', { form: '/desk/facts/new' }),
    staffLook('/desk/facts/:id', { path: ({ factId }) => `/desk/facts/${factId}` }),
  ],
  params: {
    '/guides/:slug': (db) =>
      db.selectFrom('guides.guides').select('slug').where('state', '=', 'published').execute(),
    '/guides/:slug/steps/:step': async (db) =>
      (await db.selectFrom('guides.guides').select('slug').where('state', '=', 'published').execute()).map(
        ({ slug }) => ({ slug, step: '1' }),
      ),
    '/guides/checks/:id': (db) => db.selectFrom('guides.checks').select('id').execute(),
    '/desk/guides/:id': (db) => db.selectFrom('guides.guides').select('id').execute(),
    '/desk/guides/:id/words/:language': async (db) =>
      (await db.selectFrom('guides.guides').select('id').execute()).map(({ id }) => ({ id, language: 'en' })),
    '/desk/facts/:id': (db) => db.selectFrom('guides.facts').select('id').execute(),
  },
};
