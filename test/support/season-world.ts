import { arrangeCall } from '../../src/modules/season/calls/commands.ts';
import { giveHour } from '../../src/modules/season/hours/commands.ts';
import { sayAlone } from '../../src/modules/season/mine/commands.ts';
import { collectOpening, verifyOpening } from '../../src/modules/season/openings/commands.ts';
import { findAloneOf } from '../../src/modules/season/store/alone.ts';
import { listHoursOf } from '../../src/modules/season/store/hours.ts';
import { saveSupports } from '../../src/modules/season/store/supports.ts';
import type { Season } from '../../src/modules/season/types.ts';
import { dayInJapan } from '../../src/platform/clock.ts';
import type { Tx } from '../../src/platform/database/connect.ts';
import { sure } from './events.ts';

const day = (iso: string) => Temporal.PlainDate.from(iso);
/** As the setting has it before anybody sets it. */
export const SEASON: Season = {
  from: day('2026-12-26'),
  to: day('2027-01-04'),
  shownFrom: day('2026-12-15'),
};

interface Who {
  readonly resident: string;
  readonly other: string;
  readonly volunteer: string;
  readonly checker: string;
  readonly coordinator: string;
}

/** A resident who will be alone and is to be called, another who waits, hours that are free, and an office that opens. */
export async function buildSeason(tx: Tx, who: Who, now: Temporal.Instant): Promise<void> {
  const by = { season: SEASON, today: dayInJapan(now), now };
  const words = { ways: ['phone', 'table'], reach: '090-0000-0000', note: '夜が長いです。' } as const;
  const aloneId = sure(
    await sayAlone(tx, { ...words, days: ['2026-12-31', '2027-01-01'] }, { ...by, byPersonId: who.resident }),
  );
  sure(await sayAlone(tx, { ...words, note: '', days: ['2027-01-02'] }, { ...by, byPersonId: who.other }));
  const named = [{ name: '会社', shutFrom: '2026-12-28', shutUntil: '2027-01-05' }];
  await saveSupports(
    tx,
    { kinds: ['ward', 'us', 'lines'], named },
    { personId: who.resident, endsOn: SEASON.to, now },
  );
  for (const [onDay, part] of [
    ['2026-12-31', 'evening'],
    ['2027-01-01', 'morning'],
  ] as const)
    sure(await giveHour(tx, { personId: who.volunteer, onDay: day(onDay), part, ...by }));
  const [hour] = await listHoursOf(tx, who.volunteer, SEASON.from);
  if (!hour || !(await findAloneOf(tx, who.resident))) throw new Error('what was just said is not there');
  sure(await arrangeCall(tx, { aloneId, hourId: hour.id, byPersonId: who.coordinator, now }));
  const office = {
    municipalityCode: '13107',
    place: '墨田区役所 休日窓口',
    opensAt: '09:00',
    closesAt: '12:00',
    phone: '03-0000-0000',
    source: 'https://www.example.jp/',
    collectedBy: who.volunteer,
  };
  const openingId = sure(await collectOpening(tx, { ...office, onDay: day('2026-12-30') }, by));
  sure(await verifyOpening(tx, openingId, { personId: who.checker, on: dayInJapan(now) }));
  sure(await collectOpening(tx, { ...office, onDay: day('2027-01-02') }, by));
}
