/** The fiscal year of a day, by the year in which it begins: from April to March. */
export function fiscalYearOf({ year, month }: Temporal.PlainDate): number {
  return month >= 4 ? year : year - 1;
}

/** Its first day, and the first that is no longer of it. */
export function daysOf(fiscalYear: number): {
  readonly from: Temporal.PlainDate;
  readonly until: Temporal.PlainDate;
} {
  const from = Temporal.PlainDate.from({ year: fiscalYear, month: 4, day: 1 });
  return { from, until: from.add({ years: 1 }) };
}
