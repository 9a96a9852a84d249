import { createPerson } from '../modules/people/index.ts';
import type { Tx } from '../platform/database/connect.ts';
import { type Chance, chanceFrom } from '../platform/parts/chance.ts';
import type { InventedDays, InventedPerson } from '../platform/parts/demonstration.ts';
import type { Role } from '../platform/permissions.ts';
import abouts from './data/abouts.json' with { type: 'json' };
import residentRows from './data/residents.json' with { type: 'json' };
import staffRows from './data/staff.json' with { type: 'json' };
import volunteerRows from './data/volunteers.json' with { type: 'json' };
import { hoursOf } from './hours.ts';
import { type PersonRow, personOf, skillsOf } from './rows.ts';

interface VolunteerRow extends PersonRow {
  /** When they have time. */
  readonly hours: string;
  readonly km: number;
  /** Of those who came on a day that matters. */
  readonly cameDaysAgo?: number;
}

type People = Map<string, InventedPerson>;

/** Coordinators, the administrator and the treasurer, by key; they have been there for years. */
export async function seedStaff(tx: Tx, days: InventedDays): Promise<People> {
  const cameOn = days.today.subtract({ years: 4 });
  const staff: People = new Map();
  for (const row of staffRows as readonly PersonRow[])
    staff.set(row.key, await settleIn(tx, row, { chance: chanceFrom(`staff ${row.key}`), days, cameOn }));
  return staff;
}

/** Before the oldest of what happens in the world. */
const LEAST_DAYS_HERE = 75;

const RESIDENTS_HOURS = ['open', 'afternoons', 'saturday', 'saturday'] as const;

/** The residents by key; they came one after another over the last year and a half. */
export async function seedResidents(tx: Tx, days: InventedDays): Promise<People> {
  const residents: People = new Map();
  for (const row of residentRows as readonly PersonRow[]) {
    const chance = chanceFrom(`resident ${row.key}`);
    const cameOn = days.today.subtract({ days: LEAST_DAYS_HERE + chance.below(470) });
    // By a chance of its own, so that nobody else changes with it.
    const helps = { weekly: hoursOf(chanceFrom(`hours of ${row.key}`).pick(RESIDENTS_HOURS)) };
    residents.set(
      row.key,
      await settleIn(tx, { roles: ['resident'], ...row }, { chance, days, cameOn, helps }),
    );
  }
  return residents;
}

/** Longer than anything that is still under way. */
const LONG_AGO_DAYS = 101;

/** Those who help and those who would like to, by key; most have come over the last two years. */
export async function seedVolunteers(tx: Tx, days: InventedDays): Promise<People> {
  const volunteers: People = new Map();
  for (const row of volunteerRows as readonly VolunteerRow[]) {
    const chance = chanceFrom(`volunteer ${row.key}`);
    const about = row.about ?? chance.pick(abouts);
    const [sentence = ''] = about.match(/^.+?。/u) ?? [];
    const daysAgo = row.cameDaysAgo ?? LONG_AGO_DAYS + chance.below(700);
    const cameOn = days.today.subtract({ days: daysAgo });
    const helps = { weekly: hoursOf(row.hours), maxTravelKm: row.km, easesJapanese: true };
    volunteers.set(row.key, await settleIn(tx, { ...row, about, sentence }, { chance, days, cameOn, helps }));
  }
  return volunteers;
}

interface Coming {
  readonly chance: Chance;
  readonly days: InventedDays;
  readonly cameOn: Temporal.PlainDate;
  readonly helps?: object;
}

async function settleIn(
  tx: Tx,
  row: PersonRow & { readonly roles?: readonly Role[] },
  { chance, days, cameOn, helps }: Coming,
): Promise<InventedPerson> {
  const now = days.at(cameOn, '08:45');
  const whole = { ...personOf(row, chance), ...helps, roles: row.roles ?? [], now };
  const { id, municipalityCode, town, japaneseSpeaking } = await createPerson(tx, whole);
  const languages = skillsOf(row.languages)
    .filter(({ speak }) => speak >= 2)
    .map(({ language }) => language);
  const readsEasyJapanese = !['none', 'a1'].includes(japaneseSpeaking);
  return { id, cameOn, municipalityCode, town, languages, readsEasyJapanese };
}
