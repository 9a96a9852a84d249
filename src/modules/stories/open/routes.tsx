import { z } from 'zod';
import { drawPicture, isPrintable, type Paper, pdfFile, printedIn } from '../../../kits/papers/index.ts';
import { After } from '../../../platform/database/paging.ts';
import { readFileById } from '../../../platform/files/files.ts';
import { type Locale, localeFacts } from '../../../platform/languages/locales.ts';
import { organizationName, organizationSetting } from '../../../platform/settings/organization.ts';
import { rememberedSetting } from '../../../platform/settings/settings.ts';
import { get, missing, page, type Route } from '../../../platform/web/route.ts';
import { storiesPaths } from '../paths.ts';
import type { StoryServices } from '../services.ts';
import { findPicture } from '../store/pictures.ts';
import { findShown, listShown, type ShownStory } from '../store/shown.ts';
import { findStory } from '../store/stories.ts';
import { storiesMessages } from '../words.ts';
import { namesIn, plainPieces } from './said.tsx';
import { StoriesPage } from './stories-page.tsx';
import { StoryPage } from './story-page.tsx';

const A_PAGE = 12;
const LIMIT = { by: 'address', tries: 120, minutes: 10 } as const;
/** Kept by nobody on the way: what is recalled is gone from every address with the next look. */
const KEPT_NOWHERE = { 'cache-control': 'no-store' };
const Size = z.object({ size: z.literal('small').optional().catch(undefined) });

/** What everybody reads of stories. */
export const openRoutes = (services: Pick<StoryServices, 'files'>): readonly Route[] => [
  ...pageRoutes,
  photoRoute(services),
  ...fileRoutes,
];

const pageRoutes: readonly Route[] = [
  get({
    path: storiesPaths.stories,
    access: 'everyone',
    audit: null,
    query: After,
    async handle({ db, locale, fields }) {
      const found = await listShown(db, { after: fields.after, limit: A_PAGE });
      const t = storiesMessages.in(locale);
      const body = <StoriesPage found={found} />;
      return { ...page(t.plain('stories_title'), body), found: { description: t.plain('stories_lead') } };
    },
  }),
  get({
    path: storiesPaths.story,
    access: 'everyone',
    audit: null,
    async handle({ db, params, locale }) {
      const shown = await findShown(db, params.id);
      if (!shown) return missing();
      const { title } = plainPieces(shown, locale);
      const description = storiesMessages.in(locale).plain('story_description');
      const picture = storiesPaths.picture({ id: shown.story.id });
      const hasPaper = isPrintable(paperOf(shown, printedIn(locale), ''));
      return { ...page(title, <StoryPage {...{ shown, hasPaper }} />), found: { description, picture } };
    },
  }),
];

/** What goes elsewhere: the picture beside links, the story on paper. */
const fileRoutes: readonly Route[] = [
  get({
    path: storiesPaths.picture,
    access: 'everyone',
    audit: null,
    limit: LIMIT,
    async handle({ db, params, ...call }) {
      const shown = await findShown(db, params.id);
      if (!shown) return missing();
      const locale = printedIn(call.locale);
      const { shortName } = await rememberedSetting(db, organizationSetting);
      const body = await drawPicture({
        title: plainPieces(shown, locale).title,
        standing: storiesMessages.in(locale).plain('stories_title'),
        organization: shortName,
        rows: [{ words: storiesMessages.in(locale).plain('story_description') }],
      });
      return { kind: 'file', body, mediaType: 'image/png', headers: new Headers(KEPT_NOWHERE) };
    },
  }),
  get({
    path: storiesPaths.paper,
    access: 'everyone',
    audit: null,
    limit: LIMIT,
    async handle({ db, params, now, ...call }) {
      const shown = await findShown(db, params.id);
      if (!shown) return missing();
      const locale = printedIn(call.locale);
      const organization = organizationName(await rememberedSetting(db, organizationSetting), locale);
      return pdfFile('story', paperOf(shown, locale, organization), now);
    },
  }),
];

/** The picture, as those on it agreed to be seen. */
const photoRoute = ({ files }: Pick<StoryServices, 'files'>): Route =>
  get({
    path: storiesPaths.photo,
    access: 'everyone',
    audit: null,
    query: Size,
    limit: LIMIT,
    async handle({ db, params, fields }) {
      const story = await findStory(db, params.id);
      const picture = story?.state === 'published' ? await findPicture(db, story.id) : null;
      const id = fields.size ? picture?.smallId : picture?.shownId;
      const file = id ? await readFileById(db, files, id) : null;
      if (!file) return missing();
      const headers = new Headers(KEPT_NOWHERE);
      return { kind: 'file', body: file.bytes, mediaType: file.mediaType, headers };
    },
  });

/** A story on paper, without its picture. */
function paperOf(shown: ShownStory, locale: Locale, organization: string): Paper {
  const t = storiesMessages.in(locale);
  const { title, paragraphs, language } = plainPieces(shown, locale);
  const told = [...namesIn(shown), t.plain(`told_by_${shown.story.part}`)].join(' · ');
  return {
    title,
    language: localeFacts[language].tag,
    parts: [{ small: told }, ...paragraphs.map((text) => ({ text })), { small: t.plain('story_by_consent') }],
    foot: organization,
  };
}
