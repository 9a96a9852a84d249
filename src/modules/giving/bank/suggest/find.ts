import type { Database } from '../../../../platform/database/connect.ts';
import { dayInJapan } from '../../../people/index.ts';
import { listDonorNames, listEarlierDonors } from '../store/donor-names.ts';
import { findAlikeNames } from '../store/name-keys.ts';
import {
  type BookablePledge,
  listOpenOfAmount,
  listOpenPledges,
  listPledgesByNumber,
} from '../store/pledges.ts';
import type { Line } from '../types.ts';
import { likeName, payerKeys } from './name-keys.ts';
import { DAYS, likePledge, numbersMeant, type Reason, weightOf } from './rules.ts';

/** Whose a line may be, and why. */
export interface Suggestion {
  readonly donorId: string;
  readonly donorName: string;
  readonly pledge: BookablePledge | null;
  readonly reasons: readonly Reason[];
}

const MOST = 5;
/** So many of the same amount say nothing. */
const MOST_OF_AMOUNT = 3;

/** Suggestions for money in that nobody has explained, the likeliest first, by line. */
export async function findSuggestions(
  db: Database,
  lines: readonly Line[],
): Promise<ReadonlyMap<string, readonly Suggestion[]>> {
  const asked = lines.filter(({ kind, state }) => kind === 'in' && state === 'unexplained');
  if (asked.length === 0) return new Map();
  const byName = await listLikeNames(db, asked);
  const numbers = new Map(asked.map(({ id, payer }) => [id, numbersMeant(payer)]));
  const byNumber = await listPledgesByNumber(
    db,
    [...numbers.values()].flatMap((some) => [...some.keys()]),
  );
  const donorIds = [...byName.values()].flatMap((some) => [...some.keys()]);
  const openOf = await listOpenPledges(db, donorIds);
  const found = new Map<string, Found[]>();
  for (const line of asked) {
    const named = [...(byName.get(line.id) ?? [])].flatMap(([donorId, reason]) =>
      ofDonor(line, { donorId, reason, pledges: openOf.get(donorId) ?? [] }),
    );
    const numbered = [...(numbers.get(line.id) ?? [])].flatMap(([number, reason]) => {
      const pledge = byNumber.get(number);
      return pledge ? [ofPledge(line, pledge, [reason])] : [];
    });
    const amounts = await ofAmount(db, line);
    found.set(line.id, strongest([...named, ...numbered, ...amounts]));
  }
  const names = await listDonorNames(
    db,
    [...found.values()].flat().map(({ donorId }) => donorId),
  );
  return new Map(
    [...found].map(([id, all]) => [
      id,
      all.map((one) => ({ ...one, donorName: names.get(one.donorId) ?? '' })),
    ]),
  );
}

type Found = Omit<Suggestion, 'donorName'>;

/** Donors with a name like the payer's, and those who paid under it before, by line. */
async function listLikeNames(
  db: Database,
  lines: readonly Line[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, Reason>>> {
  const earlier = await listEarlierDonors(
    db,
    lines.map(({ payerHash }) => payerHash),
  );
  const asked = lines.map(({ id, payer, payerHash }) => {
    const before = [...(earlier.get(payerHash) ?? [])].map((donor) => [donor, 'earlier'] as const);
    return { id, keys: new Set(payerKeys(payer)), donors: new Map<string, Reason>(before) };
  });
  const wanted = new Set(asked.flatMap(({ keys }) => [...keys]));
  for (const [id, its] of await findAlikeNames(db, wanted))
    for (const { keys, donors } of asked) {
      const reason = donors.has(id) ? null : likeName(keys, its);
      if (reason) donors.set(id, reason);
    }
  return new Map(asked.map(({ id, donors }) => [id, donors]));
}

/** Somebody with each pledge of this amount, or else once. */
function ofDonor(
  line: Line,
  donor: {
    readonly donorId: string;
    readonly reason: Reason;
    readonly pledges: readonly BookablePledge[];
  },
): Found[] {
  const { donorId, reason, pledges } = donor;
  const same = pledges.filter(({ amount }) => amount === line.amount);
  return same.length > 0
    ? same.map((pledge) => ofPledge(line, pledge, [reason]))
    : [{ donorId, pledge: null, reasons: [reason] }];
}

function ofPledge(line: Line, pledge: BookablePledge, reasons: readonly Reason[]): Found {
  const madeOn = dayInJapan(pledge.madeAt);
  const { amount } = pledge;
  return { donorId: pledge.donorId, pledge, reasons: [...reasons, ...likePledge(line, { amount, madeOn })] };
}

/** Few have announced just this amount in the days before: that says something, although the name doesn't. */
async function ofAmount(db: Database, line: Line): Promise<Found[]> {
  const [from, to] = [line.day.subtract({ days: DAYS }), line.day.add({ days: 1 })].map((day) =>
    day.toZonedDateTime('Asia/Tokyo').toInstant(),
  );
  if (!from || !to) return [];
  const asked = { amount: line.amount, from, to, most: MOST_OF_AMOUNT + 1 };
  const pledges = await listOpenOfAmount(db, asked);
  const some = pledges.map((pledge) => ofPledge(line, pledge, []));
  return pledges.length <= MOST_OF_AMOUNT ? some : [];
}

/** Each donor with each pledge once, with all reasons; one without a pledge only where none of theirs is there. */
function strongest(all: readonly Found[]): Found[] {
  const merged = [...Map.groupBy(all, ({ donorId, pledge }) => `${donorId} ${pledge?.id}`).values()];
  const once = merged.flatMap(([first, ...others]) => {
    const reasons = [first, ...others].flatMap((one) => one?.reasons ?? []);
    return first ? [{ ...first, reasons: [...new Set(reasons)] }] : [];
  });
  return once.sort((one, other) => weightOf(other.reasons) - weightOf(one.reasons)).slice(0, MOST);
}
