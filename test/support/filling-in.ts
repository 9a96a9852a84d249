import type { Walker } from './browser.ts';

/** Wednesday 2 December 2026: an open day with enough notice from the small world's present. */
export const VISIT_DAY = '2026-12-02';
export const VISIT_START = Temporal.Instant.from('2026-12-02T10:00:00+09:00');

export const WORDS = 'I got a letter about health insurance. Can somebody come to the ward office with me?';

/** Fills in the step that says what is needed. */
export async function sayWhat(walker: Walker, words = WORDS): Promise<void> {
  await walker.choose('category', 'admin');
  await walker.type('ownWords', words);
  await walker.choose('neededTasks', 'speak');
}

/** Fills in when: an hour on the morning of `VISIT_DAY`, unless another day is typed. */
export async function sayWhen(walker: Walker, day = VISIT_DAY): Promise<void> {
  await walker.choose('durationMinutes', '60');
  await walker.type('times.0.date', day);
  await walker.choose('times.0.start', '10:00');
}

/** Fills in where: at the ward office in the town of the profile. */
export async function sayWhere(walker: Walker): Promise<void> {
  await walker.choose('placeKind', 'place');
  await walker.choose('placeAt', 'home');
  await unfoldFor(walker, 'placeName');
  await walker.type('placeName', 'Sumida ward office');
}

/** In English; a line until it is opened, where something is known of it. */
export async function sayHowToTalk(walker: Walker): Promise<void> {
  await unfoldFor(walker, 'talkLanguages');
  await walker.choose('talkLanguages', 'en');
}

/** Opens what folds a field away, where it is closed. */
export async function unfoldFor(walker: Walker, field: string): Promise<void> {
  const fold = walker.page.locator(`details:not([open]):has([name="${field}"]) > summary`).first();
  if ((await fold.count()) > 0) await fold.click();
}
