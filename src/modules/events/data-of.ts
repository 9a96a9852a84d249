import type { Locale } from '../../platform/languages/locales.ts';
import type { DataOf } from '../../platform/rights/data-of.ts';
import { sayParty } from './desk/registrations/party.ts';
import { titleOf } from './open/words.ts';
import { findAnswers } from './store/answers.ts';
import { listSince } from './store/door.ts';
import { listHelpingOf } from './store/helpers.ts';
import { readWords } from './store/registrations.ts';
import { listRegistrationsOf } from './store/registrations-of.ts';
import { readSaid, type Said } from './survey/questions.ts';
import { eventsMessages } from './words.ts';

/** More than anybody goes to in the year for which it is kept. */
const MOST = 1_000;

/** What somebody has registered for, each with its event: the rows themselves say only that there was one. */
export const registrationsOf: DataOf = async (db, { id, locale }) => {
  const t = eventsMessages.in(locale);
  const { rows } = await listRegistrationsOf(db, id, { after: null, limit: MOST });
  const since = await listSince(
    db,
    rows.map(({ registration }) => registration.id),
  );
  const about = rows.map(({ event, registration }) => ({
    registration,
    said: { event: titleOf(event, locale), starts_at: event.startsAt },
  }));
  const words = await Promise.all(
    about.map(async ({ registration, said }) => ({ ...said, ...(await readWords(db, registration.id)) })),
  );
  return {
    event_registrations: about.map(({ registration, said }) => ({
      ...said,
      stands: t.plain(`data_stands_${registration.state}`),
      name: registration.name,
      email: registration.email,
      who_comes: sayParty(registration.party, locale),
      pressed_at: since.get(registration.id) ?? null,
    })),
    event_helping: (await listHelpingOf(db, id, { withEnded: true })).map(({ event, minutes }) => ({
      ...{ event: titleOf(event, locale), starts_at: event.startsAt, minutes },
    })),
    event_answers: (
      await Promise.all(
        about.map(async ({ registration, said }) => {
          const given = await findAnswers(db, registration.id);
          return given ? [{ ...said, ...sayAnswers(readSaid(given), locale) }] : [];
        }),
      )
    ).flat(),
    event_needs: words.filter(({ needs, question }) => needs || question),
  };
};

function sayAnswers({ mood, understood, words }: Said, locale: Locale) {
  const t = eventsMessages.in(locale);
  return {
    survey_mood: mood && t.plain(`mood_${mood}`),
    survey_understood: understood && t.plain(`understood_${understood}`),
    words,
  };
}
