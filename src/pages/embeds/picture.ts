import { readFurigana } from '../../japanese/furigana.ts';
import { drawPicture, printedIn } from '../../kits/papers/index.ts';
import { organizationName, organizationSetting } from '../../platform/settings/organization.ts';
import { publicText, publicTextsSetting } from '../../platform/settings/public-texts.ts';
import { rememberedSetting } from '../../platform/settings/settings.ts';
import { get, type Route } from '../../platform/web/route.ts';
import { pageMessages } from '../pages.ts';
import { pagesPaths } from '../paths.ts';

const HOUR = 'public, max-age=3600';

/** What messengers show of a link to a page that has no picture of its own: what the home page says. */
export const pictureRoute: Route = get({
  path: pagesPaths.picture,
  access: 'everyone',
  audit: null,
  limit: { by: 'address', tries: 60, minutes: 10 },
  async handle(call) {
    const locale = printedIn(call.locale);
    const organization = await rememberedSetting(call.db, organizationSetting);
    const texts = await rememberedSetting(call.db, publicTextsSetting);
    const say = (name: 'title' | 'lead') =>
      readFurigana(publicText(texts, locale, name) ?? '') || pageMessages.in(locale).plain(`home_${name}`);
    const body = await drawPicture({
      title: say('title'),
      standing: organizationName(organization, locale),
      organization: organization.shortName,
      rows: [{ words: say('lead') }],
    });
    return { kind: 'file', body, mediaType: 'image/png', headers: new Headers({ 'cache-control': HOUR }) };
  },
});
