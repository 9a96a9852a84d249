import type { VNode } from 'preact';
import { useWords } from '../../../platform/languages/reading.tsx';
import type { OpenAddresses } from '../../../platform/parts/public/open-address.ts';
import { askingSection, type PublicPart } from '../../../platform/parts/public-part.ts';
import { Button, Card } from '../../../ui/index.ts';
import { dayInJapan } from '../../people/index.ts';
import { seasonPaths } from '../paths.ts';
import { isShown } from '../rules/days.ts';
import { findSeason } from '../setting.ts';
import { seasonMessages } from '../words.ts';

/** From the middle of December on, before the sections of all programs. */
export const seasonPublicPart: PublicPart = {
  order: 5,
  async section(db, now) {
    const today = dayInJapan(now);
    const season = await findSeason(db, today);
    return season && isShown(season, today) ? askingSection({}, () => <YearEndCard />) : null;
  },
};

function YearEndCard(): VNode {
  const t = useWords(seasonMessages);
  return (
    <Card
      title={t('home_title')}
      level={2}
      accent
      actions={
        <Button href={seasonPaths.yearEnd()} kind="main">
          {t('home_act')}
        </Button>
      }
    >
      <p>{t('home_text')}</p>
    </Card>
  );
}

/** The page is there all year; it has something to say while a season is on or ahead. */
export const seasonAddresses: OpenAddresses = async (db, now) =>
  (await findSeason(db, dayInJapan(now))) ? [{ path: seasonPaths.yearEnd() }] : [];
