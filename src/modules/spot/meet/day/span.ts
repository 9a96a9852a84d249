/** What coordinators look at together: the visits of a day, or of the week that begins on it. */
export const SPANS = ['day', 'week'] as const;
export type Span = (typeof SPANS)[number];

export const DAYS: Readonly<Record<Span, number>> = { day: 1, week: 7 };
