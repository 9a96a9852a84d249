/**
 * What each deed that has no cost yet is said to have cost: an equal part of what was spent and is not on another deed yet,
 * in whole yen. All together never cost more than was spent.
 * @returns null while less than a yen would be on each
 */
export function costOfEach(year: {
  readonly spent: number;
  readonly onOthers: number;
  readonly deeds: number;
}): number | null {
  if (year.deeds === 0) return null;
  const each = Math.floor((year.spent - year.onOthers) / year.deeds);
  return each > 0 ? each : null;
}

/** Money of a gift that no deed has used. */
export interface Left {
  readonly giftId: string;
  readonly left: number;
}

/** Pays what a deed still costs from gifts, the first one first, each as far as it reaches. */
export function pay(
  cost: number,
  gifts: readonly Left[],
): readonly { readonly giftId: string; readonly amount: number }[] {
  let open = cost;
  return gifts.flatMap(({ giftId, left }) => {
    const amount = Math.min(open, left);
    open -= amount;
    return amount > 0 ? [{ giftId, amount }] : [];
  });
}

/** The first day of the month of a day. */
export function monthOf(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.with({ day: 1 });
}
