import { describe, expect, test } from 'vitest';
import { adult, eventFields } from '../../../../test/support/events.ts';
import { LOCALES } from '../../../platform/languages/locales.ts';
import type { Event, Registration } from '../types.ts';
import { LETTER_KINDS, writeLetter } from './letter.ts';

const STARTS = Temporal.Instant.from('2026-12-06T13:00:00+09:00');
const event: Event = {
  ...eventFields('someone', STARTS, []).event,
  ...{ id: 'an event', state: 'published', sequence: 0, version: 1, writtenBy: 'someone' },
  ...{ submittedBy: null, publishedAt: STARTS, lastCallAt: null, copiedFrom: null, attendance: null },
};
const registration: Registration = {
  ...{
    id: 'a registration',
    eventId: event.id,
    personId: null,
    email: 'dara@example.org',
    name: 'Dara of evil.com',
  },
  ...{ locale: 'en', state: 'offered', waitingSince: STARTS, offeredUntil: STARTS.subtract({ hours: 20 }) },
  ...{ party: [adult], sequence: 0, version: 1 },
};

describe.each(LETTER_KINDS)('a letter that says %s', (kind) => {
  test.each(LOCALES)('is whole in %s, and tells nobody without a seat where it is', (locale) => {
    const link = 'https://otonari.test/link';
    const mail = writeLetter({
      ...{ kind, event, link, organization: 'JII' },
      registration: { ...registration, locale },
    });
    for (const words of [mail.subject, mail.text]) expect(words).not.toMatch(/[{}]|undefined|null/);
    expect(mail.text).toContain(link);
    expect(mail.text).not.toContain('南池袋');
    expect(mail.text).not.toMatch(/evil\.com/);
    if (kind === 'offered') expect(mail.subject).toMatch(/2026/);
  });
});

test('a letter about an event that is put off does not say the day that it had', () => {
  const put = { kind: 'seated', event: { ...event, state: 'postponed' }, registration } as const;
  const { text } = writeLetter({ ...put, link: 'https://otonari.test/link', organization: 'JII' });
  expect(text).toContain('The new day is not fixed yet');
  expect(text).not.toContain('December 6');
});

test('a title with quotation marks of its own is quoted as the language does it', () => {
  const titled = (locale: 'ja' | 'zh-Hans', title: string) => {
    const { text } = writeLetter({
      ...{ kind: 'seated', link: 'https://otonari.test/link', organization: 'JII' },
      event: {
        ...event,
        texts: { ...event.texts, [locale]: { ...event.texts[locale], title } } as Event['texts'],
      },
      registration: { ...registration, locale },
    });
    return text;
  };
  expect(titled('ja', '講座「家の言葉」')).toContain('「講座『家の言葉』」');
  expect(titled('zh-Hans', '讲座“家里的语言”')).toContain('“讲座‘家里的语言’”');
});
