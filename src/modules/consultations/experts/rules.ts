/** What an expert is by their license; whoever has none is asked for what they know. */
export const LICENSES = [
  'lawyer',
  'judicial_scrivener',
  'administrative_scrivener',
  'tax_accountant',
  'labor_attorney',
  'doctor',
  'psychologist',
  'social_worker',
  'other',
] as const;
export type License = (typeof LICENSES)[number];

export interface Expert {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly license: License;
  readonly licenseNumber: string;
  readonly fields: readonly string[];
  readonly languages: readonly string[];
  readonly hoursAMonth: number;
  readonly leftAt: Temporal.Instant | null;
}

/** An expert, and how much of their hours is taken this month. */
export interface ExpertNow extends Expert {
  readonly hoursTaken: number;
}

export const hoursLeft = ({ hoursAMonth, hoursTaken }: ExpertNow): number =>
  Math.max(0, hoursAMonth - hoursTaken);

/** The month in Japan that a moment lies in, from its first moment to the first of the next. */
export function monthOf(now: Temporal.Instant): { from: Temporal.Instant; to: Temporal.Instant } {
  const first = now.toZonedDateTimeISO('Asia/Tokyo').with({ day: 1 }).startOfDay();
  return { from: first.toInstant(), to: first.add({ months: 1 }).toInstant() };
}

/**
 * Whom to propose first: who knows the field, then who needs no interpreter, then who has most time left. Nothing else moves
 * anybody up: nobody pays to be proposed.
 */
export function inOrder(
  experts: readonly ExpertNow[],
  { field, language }: { readonly field: string; readonly language: string },
): ExpertNow[] {
  const knows = (one: ExpertNow) => Number(one.fields.includes(field));
  const speaks = (one: ExpertNow) => Number(language === 'ja' || one.languages.includes(language));
  return experts.toSorted(
    (a, b) => knows(b) - knows(a) || speaks(b) - speaks(a) || hoursLeft(b) - hoursLeft(a),
  );
}
