import { look, NOBODY_ID, type Samples, staffLook } from '../../platform/parts/sampling.ts';
import type { PeopleWorld } from '../people/samples.ts';
import type { StoryState } from './types.ts';

/** What there is to look at of stories; nobody's where a world has none. */
export interface StoriesWorld {
  /** One in a state, or the next best. */
  storyThat(...states: readonly StoryState[]): { readonly id: string; readonly tellerId: string };
}

type World = PeopleWorld & StoriesWorld;
const at = (before: string, rest: string, ...states: readonly StoryState[]) => ({
  path: ({ storyThat }: World) => `${before}/${storyThat(...states).id}${rest}`,
});
const desk = (rest: string, ...states: readonly StoryState[]) => at('/desk/stories', rest, ...states);

export const samples: Samples<World> = {
  async find(db) {
    const stories = await db
      .selectFrom('stories.stories')
      .select(['id', 'state', 'teller_id'])
      .orderBy('created_at')
      .execute();
    return {
      storyThat: (...states) => {
        const found = states.flatMap((state) => stories.find((one) => one.state === state) ?? [])[0];
        return { id: found?.id ?? NOBODY_ID, tellerId: found?.teller_id ?? NOBODY_ID };
      },
    };
  },
  pages: [
    look('/stories'),
    look('/stories/:id', at('/stories', '', 'published')),
    look('/me/stories', { who: ({ storyThat }) => storyThat('published').tellerId }),
    look('/me/stories/new', { who: ({ personWith }) => personWith('resident'), form: '/me/stories/new' }),
    look('/me/stories/:id', {
      ...at('/me/stories', '', 'invited'),
      who: ({ storyThat }) => storyThat('invited').tellerId,
      form: '/telling',
    }),
    staffLook('/desk/stories'),
    staffLook('/desk/stories/new', { form: '/desk/stories/new' }),
    staffLook('/desk/stories/:id', desk('', 'told', 'published')),
    staffLook('/desk/stories/:id', { name: 'desk-stories-id-agreed', ...desk('', 'agreed', 'published') }),
    staffLook('/desk/stories/:id', { name: 'desk-stories-id-published', ...desk('', 'published') }),
    staffLook('/desk/stories/:id', { name: 'desk-stories-id-recalled', ...desk('', 'recalled', 'invited') }),
    staffLook('/desk/stories/:id/words/:language', {
      ...desk('/words/ja', 'told', 'published'),
      form: '/words/ja',
    }),
    staffLook('/desk/stories/:id/tells', { ...desk('/tells', 'told', 'published') }),
    staffLook('/desk/stories/:id/people', { ...desk('/people', 'told', 'published'), form: '/people' }),
    staffLook('/desk/stories/:id/picture', { ...desk('/picture', 'told', 'published') }),
  ],
  noPages: {
    '/stories/:id/photo.webp': 'a file',
    '/stories/:id/picture.png': 'a file',
    '/stories/:id/story.pdf': 'a file',
    '/stories/consents/:token': 'opened from a mail; its link is made on the way',
    '/stories/consents/:token/photo.webp': 'a file',
    '/desk/stories/:id/photo.webp': 'a file',
  },
  params: {
    '/stories/:id': (db) =>
      db.selectFrom('stories.stories').select('id').where('state', '=', 'published').execute(),
    '/stories/consents/:token': async () => [{ token: 'none' }],
    '/me/stories/:id': (db) => db.selectFrom('stories.stories').select('id').execute(),
    '/desk/stories/:id': (db) => db.selectFrom('stories.stories').select('id').execute(),
    '/desk/stories/:id/words': async (db) =>
      (await db.selectFrom('stories.stories').select('id').execute()).map(({ id }) => ({
        id,
        language: 'ja',
      })),
  },
};
