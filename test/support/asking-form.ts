import { expect } from 'vitest';
import { createPerson } from '../../src/modules/people/index.ts';
import { spotModule } from '../../src/modules/spot/index.ts';
import { inTransaction } from '../../src/platform/database/transaction.ts';
import type { Locale } from '../../src/platform/languages/locales.ts';
import { testFiles } from './files.ts';
import { type Answer, actorOf, type Fields, type TestHouse, testHouse, type Visitor } from './house.ts';

/** Answers to the form of asking that can be sent as they are, on the samples' Tuesday morning. */
export const goodAnswers: Fields = {
  category: 'admin',
  ownWords: 'I need help with a form at the ward office.',
  neededTasks: ['speak', 'write'],
  durationMinutes: '120',
  'times.0.date': '2026-12-07',
  'times.0.start': '10:00',
  placeKind: 'place',
  'place.postcode': '',
  'place.municipality': '13107',
  'place.town': '吾妻橋一丁目',
  talkLanguages: ['ne', 'en'],
  genderWish: 'any',
};

/** A house with Spot, and a folder of its own for photos. */
export async function spotHouse(): Promise<TestHouse> {
  const files = testFiles();
  return testHouse([spotModule({ files, publicUrl: 'http://localhost:4000' })]);
}

/** A resident of their own for one test, so that drafts and requests don't meet. */
export async function makeResident(
  house: TestHouse,
): Promise<{ id: string; web: Visitor; in(locale: Locale): Visitor }> {
  const person = await inTransaction(house.db, (tx) =>
    createPerson(tx, {
      name: 'Sita',
      now: house.clock(),
      roles: ['resident'],
      municipalityCode: '13107',
      town: '吾妻橋一丁目',
      japaneseSpeaking: 'a2',
      languages: [{ language: 'ne', speak: 3, read: 3, write: 3, phone: 3 }],
    }),
  );
  const as = (locale: Locale) => house.as(actorOf(person), locale);
  return { id: person.id, web: as('en'), in: as };
}

/** Presses "check my answers" and follows to the page that shows them: the summary, or the form with what is missing. */
export async function checkAnswers(web: Visitor, fields: Fields): Promise<Answer> {
  const kept = await web.post('/spot/requests/summary', fields);
  expect([kept.status, kept.location]).toEqual([303, '/spot/requests/summary']);
  return web.get('/spot/requests/summary');
}

/** Keeps answers, looks at the summary and sends what it shows. @param said what the summary itself asks */
export async function sendAnswers(web: Visitor, fields: Fields, said: Fields = {}): Promise<Answer> {
  const { html } = await checkAnswers(web, fields);
  const [version = ''] = hiddenOf(html, 'version');
  return web.post('/spot/requests', { version, ...said });
}

/** The values of a page's hidden fields of one name. */
export function hiddenOf(html: string, name: string): string[] {
  const found = html.matchAll(new RegExp(`<input type="hidden" name="${name}" value="([^"]*)"`, 'g'));
  return [...found].map(([, value = '']) => value);
}
