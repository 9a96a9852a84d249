import type { Tx } from '../../../../platform/database/connect.ts';
import { dayInJapan, peopleEvents } from '../../../people/index.ts';
import type { Pair } from '../../types.ts';
import { endOfMonth, hasBegun, MONTHS, monthsOver } from '../rules/calendar.ts';
import { readMonthsTold, writeMonthsTold } from '../store/running.ts';

/** Tells whoever counts deeds of the months of a pair that are over, each once. The pair is locked. */
export async function tellMonthsOver(tx: Tx, pair: Pair, now: Temporal.Instant): Promise<void> {
  if (!hasBegun(pair)) return;
  const today = dayInJapan(now);
  const over = monthsOver(pair, today);
  const told = await readMonthsTold(tx, pair.id);
  if (over <= told) return;
  for (const month of MONTHS.filter((one) => one > told && one <= over)) {
    const lastDay = endOfMonth(pair, month, today).subtract({ days: 1 });
    await peopleEvents.publish(tx, {
      type: 'people.deed.done',
      ids: {
        program: 'pairs',
        deedKind: 'pair_month',
        objectId: pair.id,
        part: String(month),
        month: lastDay.toPlainYearMonth().toString(),
      },
    });
  }
  await writeMonthsTold(tx, pair.id, over);
}
