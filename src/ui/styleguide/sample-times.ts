/** A visit of the style guide: fixed, so that pictures of the guide can be compared. */
export const SAMPLE_START: Temporal.Instant = Temporal.Instant.from('2026-11-24T10:30:00+09:00');
export const SAMPLE_END: Temporal.Instant = Temporal.Instant.from('2026-11-24T12:00:00+09:00');
