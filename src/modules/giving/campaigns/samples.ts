import { look, NOBODY_ID, type Samples, staffLook } from '../../../platform/parts/sampling.ts';
import type { PeopleWorld } from '../../people/samples.ts';

/** Which campaigns there are to look at. */
export interface CampaignWorld {
  /** One that everybody sees; nobody's where a world has none. */
  readonly openCampaign: { readonly id: string; readonly slug: string };
}

type World = PeopleWorld & CampaignWorld;
/** A page of a campaign, by how its path is made. */
const at = (path: (of: CampaignWorld['openCampaign']) => string) => ({
  path: ({ openCampaign }: World) => path(openCampaign),
});

export const samples: Samples<World> = {
  async find(db) {
    const found = await db
      .selectFrom('giving.campaigns')
      .select(['id', 'slug'])
      .where('published_at', 'is not', null)
      .orderBy('ends_on', 'desc')
      .limit(1)
      .executeTakeFirst();
    return { openCampaign: found ?? { id: NOBODY_ID, slug: 'none' } };
  },
  pages: [
    look('/giving'),
    look(
      '/giving/campaigns/:slug',
      at(({ slug }) => `/giving/campaigns/${slug}`),
    ),
    staffLook('/books/campaigns', { role: 'treasurer' }),
    staffLook('/books/campaigns/new', { role: 'treasurer', form: '/books/campaigns/new' }),
    staffLook('/books/campaigns/:id', { role: 'treasurer', ...at(({ id }) => `/books/campaigns/${id}`) }),
    staffLook('/books/campaigns/:id/words', {
      role: 'treasurer',
      ...at(({ id }) => `/books/campaigns/${id}/words`),
    }),
    staffLook('/books/campaigns/:id/preview', {
      role: 'treasurer',
      ...at(({ id }) => `/books/campaigns/${id}/preview`),
    }),
  ],
  noPages: {
    '/giving/campaigns/:slug/meter': 'a small document for other sites, without our frame',
    '/giving/campaigns/:slug/picture.png': 'a picture',
    '/giving/campaigns/:slug/poster.pdf': 'a file',
    '/giving/wall/:token': 'needs the link of a mail',
  },
  params: {
    '/giving/campaigns/:slug': (db) => db.selectFrom('giving.campaigns').select('slug').execute(),
    '/giving/wall/:token': async () => [{ token: 'none' }],
    '/books/campaigns/:id': (db) => db.selectFrom('giving.campaigns').select('id').execute(),
  },
};
