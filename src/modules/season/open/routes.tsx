import { hoursSetting } from '../../../kits/slots/index.ts';
import { TIME_ZONE } from '../../../platform/languages/formats.tsx';
import { rememberedSetting } from '../../../platform/settings/settings.ts';
import { get, page, type Route } from '../../../platform/web/route.ts';
import { dayInJapan } from '../../people/index.ts';
import { listPublicHelplines } from '../../safety/index.ts';
import { seasonPaths } from '../paths.ts';
import type { SeasonServices } from '../services.ts';
import { findSeason } from '../setting.ts';
import { listVerifiedOpenings } from '../store/openings.ts';
import { seasonMessages } from '../words.ts';
import { NoSeasonPage, YearEndPage } from './page.tsx';

/** What everybody can read, also without a connection and on paper. */
export const openRoutes = ({ happenings }: SeasonServices): readonly Route[] => [
  get({
    path: seasonPaths.yearEnd,
    access: 'everyone',
    audit: null,
    async handle({ db, now, locale, actor }) {
      const t = seasonMessages.in(locale);
      const season = await findSeason(db, dayInJapan(now));
      if (!season) return page(t.plain('year_end_title'), <NoSeasonPage />);
      const [from, until] = [season.from, season.to.add({ days: 1 })].map((day) =>
        day.toZonedDateTime(TIME_ZONE).toInstant(),
      ) as [Temporal.Instant, Temporal.Instant];
      const shown = {
        season,
        today: dayInJapan(now),
        lines: await listPublicHelplines(db, now),
        openings: await listVerifiedOpenings(db, season),
        hours: await rememberedSetting(db, hoursSetting),
        tables: await happenings(db, { now, from, until, locale }),
      };
      const body = <YearEndPage {...shown} roles={actor.roles} />;
      return { ...page(t.plain('year_end_title'), body), found: { description: t.plain('year_end_lead') } };
    },
  }),
];
