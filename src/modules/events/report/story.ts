import type { Database, Tx } from '../../../platform/database/connect.ts';
import { formatsIn } from '../../../platform/languages/formats.tsx';
import type { Locale } from '../../../platform/languages/locales.ts';
import type { StorySource, StorySources } from '../../../platform/parts/story-drafts.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { findPersons } from '../../people/index.ts';
import { titleOf } from '../open/words.ts';
import { eventsPaths } from '../paths.ts';
import type { EventServices } from '../services.ts';
import { listDoorEntries } from '../store/door.ts';
import { findEvent, lockEvent } from '../store/events.ts';
import { listHelpers } from '../store/helpers.ts';
import { listRegistrations } from '../store/registrations.ts';
import { findReport, type Report } from '../store/reports.ts';
import type { Event } from '../types.ts';
import { eventsStaffMessages } from '../words.ts';
import { FEWEST, type Figures } from './rules/figures.ts';
import { tellable } from './rules/tellable.ts';

/** As long as registrations are kept. */
const KNOWN_DAYS = 365;

type HasStories = Pick<EventServices, 'storyDrafts'>;

const sourceOf = (id: string): StorySource => ({ kind: 'events.event', id });

/** The way back from a story to the report from which it began. */
export const eventsOfStories: StorySources = {
  kind: 'events.event',
  async find(db, id) {
    const event = await findEvent(db, id);
    if (!event) return null;
    const plain = (locale: Locale) => titleOf(event, locale);
    return { title: Object.assign(plain, { plain }), href: eventsPaths.deskReport({ id }) };
  },
};

/** The page of the story that began from an event; null where there is none. */
export async function findStoryOf(
  { storyDrafts }: HasStories,
  db: Database,
  id: string,
): Promise<string | null> {
  for (const drafts of storyDrafts()) {
    const href = await drafts.find(db, sourceOf(id));
    if (href) return href;
  }
  return null;
}

/** Why no story can begin from it; null where one can. After a year nobody knows any more whom a sentence could name. */
export function whyNoStory(
  { state, endsAt }: Event,
  report: Pick<Report, 'learned'> | null,
  now: Temporal.Instant,
): 'report_is_open' | 'report_has_no_words' | 'report_is_too_old' | null {
  if (state !== 'reported') return 'report_is_open';
  if (!report?.learned) return 'report_has_no_words';
  return Temporal.Instant.compare(endsAt.add({ hours: KNOWN_DAYS * 24 }), now) < 0
    ? 'report_is_too_old'
    : null;
}

/**
 * Begins a story with the title, the day and what the report says in words; survey answers stay where they are. Refuses an
 * event that is not reported, a report without words, and a second story. @returns the story's page
 */
export async function beginStoryOf(
  { storyDrafts }: HasStories,
  tx: Tx,
  on: { readonly eventId: string; readonly personId: string; readonly now: Temporal.Instant },
): Promise<Outcome<{ readonly href: string; readonly leftOut: number }>> {
  const { eventId, personId, now } = on;
  const event = await lockEvent(tx, eventId);
  if (!event) return refuse('event_is_unknown');
  const report = event.state === 'reported' ? await findReport(tx, eventId) : null;
  const mayNot = whyNoStory(event, report, now);
  const [drafts] = storyDrafts();
  if (mayNot || !report?.learned || !drafts) return refuse(mayNot ?? 'report_has_no_words');
  const told = tellable(report.learned, await listNames(tx, event));
  const locale = /[ぁ-ゖァ-ヺ]/.test(report.learned) ? 'ja' : 'en';
  const pieces = [titleOf(event, locale), ...dayAndNumber(event, report.figures, locale), ...told.paragraphs];
  const href = await drafts.begin(tx, { source: sourceOf(eventId), locale, pieces }, { personId, now });
  return href ? accept({ href, leftOut: told.leftOut }) : refuse('story_has_begun');
}

/** When it was, and how many came where they were not few. */
function dayAndNumber({ startsAt }: Event, { came, walkIns }: Figures, locale: 'ja' | 'en'): string[] {
  const t = eventsStaffMessages.in(locale);
  const day = formatsIn(locale).plain.day(startsAt);
  const count = came + walkIns;
  return count < FEWEST ? [day] : [`${day} ${t.plain('report_story_came', { count })}`];
}

/** By what a sentence could name somebody who was there; of whoever came without a seat, while that is kept. */
async function listNames(tx: Tx, { id, responsibleId }: Event): Promise<string[]> {
  const registered = await listRegistrations(tx, id, ['seated', 'waiting', 'offered', 'passed', 'cancelled']);
  const helpers = await listHelpers(tx, id);
  const ids = [responsibleId, ...helpers.map(({ personId }) => personId)];
  const persons = await findPersons(tx, [...ids, ...registered.flatMap(({ personId }) => personId ?? [])]);
  const walkIns = (await listDoorEntries(tx, id)).flatMap(({ press }) =>
    press.act === 'walk_in' ? (press.name ?? []) : [],
  );
  return [
    ...registered.map(({ name }) => name),
    ...[...persons.values()].flatMap(({ name, preferredName, kana, romaji }) =>
      [name, preferredName, kana, romaji].flatMap((one) => one || []),
    ),
    ...walkIns,
  ];
}
