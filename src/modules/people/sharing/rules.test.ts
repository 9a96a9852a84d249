import { describe, expect, it } from 'vitest';
import { type Person, SHARED_FIELDS, type SharedField } from '../types.ts';
import { showToCounterpart } from './rules.ts';

const person: Person = {
  id: 'p',
  name: 'Mina Kim',
  preferredName: 'Mina',
  kana: 'ミナ',
  romaji: 'Mina Kim',
  email: 'mina@example.org',
  phone: '090-1234-5678',
  locale: 'en',
  gender: 'woman',
  birthYear: 1984,
  municipalityCode: '13107',
  town: '吾妻橋一丁目',
  japaneseSpeaking: 'a2',
  easesJapanese: false,
  maxTravelKm: 5,
  sentence: 'I walk a lot.',
  about: 'I like tea.',
  preferredChannel: 'email',
  isChild: false,
  createdAt: Temporal.Instant.from('2026-11-24T00:00:00Z'),
  welcomedAt: null,
  accessEndedAt: null,
};
const languages = [{ language: 'ko', speak: 3, read: 3, write: 3, phone: 3 }] as const;
const channels = { line: 'mina-line' };
const show = (...fields: SharedField[]) =>
  showToCounterpart({ person, languages, channels, shared: new Set(fields) }, 'en');

describe('showToCounterpart', () => {
  it('always shows the name to call, the sentence beside it and the languages, and nothing else unasked', () => {
    const shown = show();
    expect(shown).toMatchObject({ name: { text: 'Mina' }, sentence: 'I walk a lot.', languages });
    expect(JSON.stringify(shown)).not.toMatch(/Kim|ミナ|@|090|13107|吾妻橋|tea|mina-line|1984|woman/);
  });

  it.each([
    ['about', 'I like tea.'],
    ['kana', 'ミナ'],
    ['town', '吾妻橋一丁目'],
    ['email', 'mina@example.org'],
    ['phone', '090-1234-5678'],
    ['channels', 'mina-line'],
  ] as const)('shows %s only when chosen', (field, value) => {
    const others = SHARED_FIELDS.filter((other) => other !== field);
    expect(JSON.stringify(show(field))).toContain(value);
    expect(JSON.stringify(show(...others))).not.toContain(value);
  });

  it('never shows gender, year of birth or the full name, whatever is chosen', () => {
    expect(JSON.stringify(show(...SHARED_FIELDS))).not.toMatch(/woman|1984|Kim/);
  });
});
