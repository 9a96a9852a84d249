import { hoursSetting } from '../../../kits/slots/index.ts';
import type { Database } from '../../../platform/database/connect.ts';
import type { Locale } from '../../../platform/languages/locales.ts';
import type { ComingOne } from '../../../platform/parts/public/coming.ts';
import { rememberedSetting } from '../../../platform/settings/settings.ts';
import { get, page, type Route } from '../../../platform/web/route.ts';
import { dayInJapan } from '../../people/index.ts';
import { listPublicHelplines } from '../../safety/index.ts';
import { seasonPaths } from '../paths.ts';
import type { SeasonServices } from '../services.ts';
import { findSeason } from '../setting.ts';
import { listVerifiedOpenings } from '../store/openings.ts';
import type { Season } from '../types.ts';
import { seasonMessages } from '../words.ts';
import { NoSeasonPage, YearEndPage } from './page.tsx';

/** What everybody can read, also without a connection and on paper. */
export const openRoutes = ({ comings }: SeasonServices): readonly Route[] => [
  get({
    path: seasonPaths.yearEnd,
    access: 'everyone',
    audit: null,
    async handle({ db, now, locale, actor }) {
      const t = seasonMessages.in(locale);
      const season = await findSeason(db, dayInJapan(now));
      const found = { description: t.plain('year_end_lead') };
      if (!season) return { ...page(t.plain('year_end_title'), <NoSeasonPage />), found };
      const shown = {
        season,
        today: dayInJapan(now),
        lines: await listPublicHelplines(db, now),
        openings: await listVerifiedOpenings(db, season),
        hours: await rememberedSetting(db, hoursSetting),
        tables: await listTables(db, { comings: comings(), season, now, locale }),
      };
      const body = <YearEndPage {...shown} roles={actor.roles} />;
      return { ...page(t.plain('year_end_title'), body), found };
    },
  }),
];

/** More than is held for everybody in a few weeks. */
const MOST = 100;

interface Asked {
  readonly comings: ReturnType<SeasonServices['comings']>;
  readonly season: Season;
  readonly now: Temporal.Instant;
  readonly locale: Locale;
}

/** What everybody can come to on these days, in all programs. */
async function listTables(db: Database, { comings, season, now, locale }: Asked): Promise<ComingOne[]> {
  const lists: ComingOne[] = [];
  for (const coming of comings) lists.push(...(await coming.list(db, { now, locale, most: MOST })));
  const isIn = ({ at }: ComingOne) => {
    const day = dayInJapan(at);
    return [Temporal.PlainDate.compare(day, season.from), Temporal.PlainDate.compare(season.to, day)].every(
      (is) => is >= 0,
    );
  };
  return lists.filter(isIn).toSorted((one, other) => Temporal.Instant.compare(one.at, other.at));
}
