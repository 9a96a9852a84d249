import { drawPicture, pdfFile, printedIn, zipStream } from '../../../kits/papers/index.ts';
import { formatsIn } from '../../../platform/languages/formats.tsx';
import { hrefIn } from '../../../platform/languages/reading.tsx';
import { organizationName, organizationSetting } from '../../../platform/settings/organization.ts';
import { rememberedSetting } from '../../../platform/settings/settings.ts';
import { type Call, get, missing, type Reply, type Route } from '../../../platform/web/route.ts';
import { titleOf } from '../open/said.ts';
import { sitePaths } from '../paths.ts';
import type { SiteServices } from '../services.ts';
import { findShown, listShown } from '../store/articles.ts';
import { siteMessages } from '../words.ts';
import { feedOf } from './feed.ts';
import { paperOf } from './paper.ts';
import { pictureKit } from './picture-kit.tsx';

const FRESH = { 'cache-control': 'public, max-age=300' };
const MOST_IN_FEED = 30;
/** What is drawn takes longer than a page. */
const limit = { by: 'address', tries: 60, minutes: 10 } as const;

/** What goes elsewhere: a feed, sheets, pictures. Nothing of people in any of them. */
export const shareRoutes = ({ publicUrl }: Pick<SiteServices, 'publicUrl'>): readonly Route[] => [
  get({
    path: sitePaths.feed,
    access: 'everyone',
    audit: null,
    async handle({ db, locale, now }) {
      const { rows } = await listShown(db, 'news', { after: null, limit: MOST_IN_FEED });
      const organization = organizationName(await rememberedSetting(db, organizationSetting), locale);
      const title = siteMessages.in(locale).plain('news_of', { organization });
      const body = feedOf(rows, { locale, origin: publicUrl, title, organization, now });
      const mediaType = 'application/atom+xml; charset=utf-8';
      return { kind: 'file', body, mediaType, headers: new Headers(FRESH) };
    },
  }),
  get({
    path: sitePaths.pictureKit,
    access: 'everyone',
    audit: null,
    limit: { ...limit, tries: 10 },
    seconds: 30,
    handle({ locale, now }) {
      const headers = {
        ...FRESH,
        'content-type': 'application/zip',
        'content-disposition': 'attachment; filename="pictures.zip"',
      };
      return { kind: 'response', response: new Response(zipStream(pictureKit(locale), now), { headers }) };
    },
  }),
  get({
    path: sitePaths.picture,
    access: 'everyone',
    audit: null,
    limit,
    async handle({ db, params, locale: readIn }) {
      const article = await findShown(db, { kind: 'news', slug: params.slug });
      if (!article) return missing();
      const locale = printedIn(readIn);
      const body = await drawPicture({
        title: titleOf(article.texts, locale),
        standing: formatsIn(locale).plain.day(article.onDay),
        organization: (await rememberedSetting(db, organizationSetting)).shortName,
        rows: [],
      });
      return { kind: 'file', body, mediaType: 'image/png', headers: new Headers(FRESH) };
    },
  }),
  get({
    path: sitePaths.release,
    access: 'everyone',
    audit: null,
    limit,
    handle: (call) => paper(call, { kind: 'news', address: sitePaths.article(call.params), publicUrl }),
  }),
  get({
    path: sitePaths.reportPaper,
    access: 'everyone',
    audit: null,
    limit,
    handle: (call) => paper(call, { kind: 'report', address: sitePaths.report(call.params), publicUrl }),
  }),
];

async function paper(
  {
    db,
    params,
    locale: readIn,
    now,
  }: Pick<Call<{ readonly slug: string }>, 'db' | 'params' | 'locale' | 'now'>,
  {
    kind,
    address,
    publicUrl,
  }: Pick<SiteServices, 'publicUrl'> & { readonly kind: 'news' | 'report'; readonly address: string },
): Promise<Reply> {
  const { slug } = params;
  const article = await findShown(db, { kind, slug });
  if (!article) return missing();
  const locale = printedIn(readIn);
  const organization = await rememberedSetting(db, organizationSetting);
  const { phone, email } = organization;
  const foot = [organizationName(organization, locale), phone, email]
    .filter((said) => said !== '')
    .join(' · ');
  const sheet = paperOf(article, { locale, address: publicUrl + hrefIn(locale, address), foot });
  return sheet ? pdfFile(slug, sheet, now) : missing();
}
