import { sql } from 'kysely';
import { newPledgeNumber } from '../../src/modules/giving/rules/pledge-number.ts';
import type { Database } from '../../src/platform/database/connect.ts';
import type { Chance } from '../../src/platform/parts/chance.ts';
import type { MadeLine } from '../../test/support/bank-files.ts';

/** A line of the bank, and which pledge it is the money of: null where nobody has announced it. */
export interface TrueLine extends MadeLine {
  readonly pledgeId: string | null;
  readonly written: Written;
  readonly week: number;
}

interface Announced {
  readonly id: string;
  readonly number: number;
  readonly amount: number;
  readonly donor: { readonly id: string; readonly kana: string };
}

/** Few enough that many donors have the name of another. */
const KANA = ['ｱ', 'ｶ', 'ｻ', 'ﾀ', 'ﾅ', 'ﾊ', 'ﾏ', 'ﾔ', 'ﾗ', 'ﾓﾘ', 'ｲｼ', 'ｸﾎﾞ', 'ｵﾉ', 'ﾐﾔ', 'ｺｲ', 'ﾂｼﾞ'];
const OTHERS = ['ﾃﾗｽｼﾖｳｼﾞ', 'ｶ)ﾐﾅﾄｺｳｷﾞﾖｳ', 'ﾜﾀﾇｷ ﾎﾏﾚ', 'ｴｲﾁｹｲｼﾞｴﾑ'];
const AMOUNTS = [1000, 3000, 3000, 5000, 10_000, 30_000];
const FIRST_DAY = Temporal.PlainDate.from('2026-10-11');
const DAYS = 40;
const AT_ONCE = 10_000;

/** How whoever gives writes a line, and how often. */
const WAYS = [
  ['the number before the name', 10],
  ['the name alone', 4],
  ['the number behind the name', 2],
  ['a digit mistyped', 1],
  ['digits mistyped into the number of another', 1],
  ['the number before another name', 1],
  ['the number with another amount', 1],
  ['the name alone, before it was announced', 1],
  ['nobody knows', 1],
] as const;
type Written = (typeof WAYS)[number][0];

const nameFrom = (chance: Chance) =>
  `${[1, 2, 3].map(() => chance.pick(KANA)).join('')} ${[1, 2].map(() => chance.pick(KANA)).join('')}`;

/** Puts so many open pledges into the database, two for each donor, made the day before the first line. @returns them */
export async function fillPledges(
  db: Database,
  count: number,
  chance: Chance,
): Promise<readonly Announced[]> {
  const donors = Array.from({ length: Math.ceil(count / 2) }, () => ({
    id: crypto.randomUUID(),
    kana: nameFrom(chance),
  }));
  const numbers = new Set<number>();
  while (numbers.size < count) numbers.add(newPledgeNumber((below) => chance.below(below)));
  const pledges = [...numbers].flatMap((number, at) => {
    const donor = donors[Math.floor(at / 2)];
    return donor ? [{ id: crypto.randomUUID(), number, donor, amount: chance.pick(AMOUNTS) }] : [];
  });
  const made = FIRST_DAY.subtract({ days: 1 }).toZonedDateTime('Asia/Tokyo').toInstant();
  const kana = donors.map((donor) => donor.kana);
  await sql`insert into giving.donors (id, name, kana, created_at)
    select *, ${made} from unnest(${donors.map(({ id }) => id)}::uuid[], ${kana}::text[], ${kana}::text[])`.execute(
    db,
  );
  for (let from = 0; from < pledges.length; from += AT_ONCE) {
    const some = pledges.slice(from, from + AT_ONCE);
    await sql`insert into giving.pledges (id, number, donor_id, amount_jpy, fund_id, channel, made_at, expires_at)
      select *, 'general', 'bank', ${made}, ${made.add({ hours: 24 * 60 })}
      from unnest(${some.map(({ id }) => id)}::uuid[], ${some.map(({ number }) => number)}::int[],
        ${some.map(({ donor }) => donor.id)}::uuid[], ${some.map(({ amount }) => amount)}::bigint[])`.execute(
      db,
    );
  }
  return pledges;
}

/**
 * So many lines of which it is known whose they are, in `WAYS`. Whoever bears the very name of the only one who announced this
 * amount, and gives it unannounced, nobody could tell from them: there is none such here.
 */
export function makeLines(pledges: readonly Announced[], count: number, chance: Chance): readonly TrueLine[] {
  const open = [...pledges];
  return Array.from({ length: count }, (_, at) => {
    const written = chance.weigh(WAYS);
    const isEarly = written === 'the name alone, before it was announced';
    const days = isEarly ? -2 - chance.below(7) : Math.floor((at * DAYS) / count);
    const line = { ...on(days), written, reference: String(at + 1).padStart(6, '0') };
    const pledge = written === 'nobody knows' ? undefined : takeOne(open, chance);
    if (!pledge) return { ...line, pledgeId: null, amount: chance.pick(AMOUNTS), name: chance.pick(OTHERS) };
    const { id, amount } = pledge;
    const name = nameWritten(written, pledge, { chance, another: chance.pick(pledges) });
    const isOther = written === 'the number with another amount';
    return { ...line, pledgeId: isEarly ? null : id, amount: isOther ? 2000 : amount, name };
  });
}

const on = (days: number) => {
  const day = FIRST_DAY.add({ days });
  const [month, dayOfMonth] = [day.month, day.day].map((part) => String(part).padStart(2, '0'));
  return { day: `08${month}${dayOfMonth}`, week: Math.floor(days / 7) };
};

/** Takes one out: each is paid once. */
function takeOne<T>(all: T[], chance: Chance): T | undefined {
  const at = chance.below(all.length);
  const [one, last] = [all[at], all.pop()];
  if (last && at < all.length) all[at] = last;
  return one;
}

function nameWritten(
  written: Written,
  { number, donor }: Announced,
  { chance, another }: { readonly chance: Chance; readonly another: Announced },
): string {
  switch (written) {
    case 'the number before the name':
    case 'the number with another amount':
      return `${number} ${donor.kana}`;
    case 'the number behind the name':
      return `${donor.kana} ${number}`;
    case 'a digit mistyped':
      return `${mistyped(number, chance)} ${donor.kana}`;
    case 'digits mistyped into the number of another':
      return `${another.number} ${donor.kana}`;
    case 'the number before another name':
      return `${number} ${chance.pick(OTHERS)}`;
    default:
      return donor.kana;
  }
}

function mistyped(number: number, chance: Chance): string {
  const digits = String(number);
  const at = chance.below(digits.length);
  return digits.slice(0, at) + ((Number(digits[at]) + 1 + chance.below(9)) % 10) + digits.slice(at + 1);
}
