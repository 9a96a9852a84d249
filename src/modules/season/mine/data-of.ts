import { formatsIn } from '../../../platform/languages/formats.tsx';
import type { DataOf } from '../../../platform/rights/data-of.ts';
import { findAloneOf } from '../store/alone.ts';
import { listHoursOf } from '../store/hours.ts';
import { findSupports } from '../store/supports.ts';
import { seasonMessages } from '../words.ts';

/** Before all seasons. */
const EVER = Temporal.PlainDate.from('2000-01-01');

/** What somebody has said for the days around New Year, for the file of their data. */
export const seasonDataOf: DataOf = async (db, { id, locale }) => {
  const t = seasonMessages.in(locale);
  const { list, plain } = formatsIn(locale);
  const day = (iso: string) => plain.day(Temporal.PlainDate.from(iso));
  const alone = await findAloneOf(db, id);
  const supports = await findSupports(db, id);
  const hours = await listHoursOf(db, id, EVER);
  return {
    season_alone: alone
      ? [
          {
            season_days: list(alone.days.map(day)),
            season_ways: list(alone.ways.map((way) => t.plain(`way_${way}`))),
            season_reach: alone.reach,
            season_note: alone.note,
            agreed_at: alone.agreedAt,
          },
        ]
      : [],
    season_hours: hours.map(({ onDay, part }) => ({ on_day: onDay, part: t.plain(`part_${part}`) })),
    season_supports: supports
      ? [
          {
            season_kinds: list(supports.kinds.map((kind) => t.plain(`support_${kind}`))),
            season_named: list(
              supports.named.map(
                ({ name, shutFrom, shutUntil }) => `${name} (${day(shutFrom)} – ${day(shutUntil)})`,
              ),
            ),
          },
        ]
      : [],
  };
};
