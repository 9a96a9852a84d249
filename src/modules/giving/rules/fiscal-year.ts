/** The fiscal year of a day, by the year in which it begins: from April to March. */
export function fiscalYearOf({ year, month }: Temporal.PlainDate): number {
  return month >= 4 ? year : year - 1;
}

/** Its twelve months, such as `2026-04`. */
export function monthsOf(fiscalYear: number): string[] {
  const first = daysOf(fiscalYear).from.toPlainYearMonth();
  return Array.from({ length: 12 }, (_, at) => first.add({ months: at }).toString());
}

/** Its first day, and the first that is no longer of it. */
export function daysOf(fiscalYear: number): {
  readonly from: Temporal.PlainDate;
  readonly until: Temporal.PlainDate;
} {
  const from = Temporal.PlainDate.from({ year: fiscalYear, month: 4, day: 1 });
  return { from, until: from.add({ years: 1 }) };
}
