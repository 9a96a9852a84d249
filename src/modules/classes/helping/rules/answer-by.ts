/** Three days to answer; with less than a week left one; on the last days a few hours, but never past the beginning. */
const STEPS = [
  { leftHours: 7 * 24, holdHours: 72 },
  { leftHours: 48, holdHours: 24 },
  { leftHours: 0, holdHours: 4 },
] as const;

/** Until when an answer is waited for before somebody else is asked; a yes counts later too, until the session begins. */
export function answerBy(startsAt: Temporal.Instant, now: Temporal.Instant): Temporal.Instant {
  const left = startsAt.since(now).total('hours');
  const step = STEPS.find(({ leftHours }) => left >= leftHours);
  const until = now.add({ hours: step?.holdHours ?? 0 });
  return Temporal.Instant.compare(until, startsAt) < 0 ? until : startsAt;
}
