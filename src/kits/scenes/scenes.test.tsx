import { describe, expect, test } from 'vitest';
import { defineMessages } from '../../platform/languages/messages.tsx';
import { renderPart } from '../../ui/render.ts';
import { FactList, type Facts, factsFor, type Happening, History, newestFirst } from './index.ts';

const of = (text: string) => ({ title: `${text} title`, lent_to: `${text} lent to` });
const words = defineMessages({ ja: of('ja'), 'ja-easy': of('easy'), en: of('en'), 'zh-Hans': of('zh') });

interface Book {
  readonly title: string;
  readonly lentTo: string | null;
}

const facts: Facts<Book, { owner: 'title' | 'lent_to'; stranger: 'title' }> = {
  words: { owner: words, stranger: words },
  facts: [
    { label: { owner: 'title', stranger: 'title' }, field: 'name', isOwn: true, value: ({ title }) => title },
    {
      label: { owner: 'lent_to' },
      value: ({ lentTo }, { reader }) => lentTo && `${lentTo}, says the ${reader}`,
    },
  ],
};
const book = { title: 'Totto-chan', lentTo: 'Maya' };

describe('the facts of a thing', () => {
  test('are told to whom they name, in the language asked for', () => {
    const told = factsFor(facts, 'owner', { of: book, locale: 'ja' });
    expect(told.map(({ label, value }) => [label, value])).toEqual([
      ['ja title', 'Totto-chan'],
      ['ja lent to', 'Maya, says the owner'],
    ]);
    expect(told[0]).toMatchObject({ field: 'name', isOwn: true });
    expect(renderPart(<FactList facts={facts} reader="stranger" of={book} />, 'en')).not.toContain('Maya');
  });

  test('are left out where there is nothing to say', () => {
    expect(factsFor(facts, 'owner', { of: { ...book, lentTo: null }, locale: 'en' })).toHaveLength(1);
  });
});

describe('a history', () => {
  const at = (hour: number) => Temporal.Instant.from(`2026-11-24T0${hour}:00:00Z`);
  const happenings: Happening[] = [
    { at: at(1), title: 'first' },
    { at: at(3), title: 'ahead', state: 'next' },
    { at: at(2), title: 'second', wasAt: at(0), by: (when) => ['by Andrea at ', when] },
    { at: at(2), title: 'with it' },
  ];

  test('begins with the newest; of one instant with what was done last', () => {
    expect(newestFirst(happenings).map(({ title }) => title)).toEqual([
      'ahead',
      'with it',
      'second',
      'first',
    ]);
  });

  test('says when something was, also where it was written down later, and who did it', () => {
    const html = renderPart(<History happenings={happenings} />, 'en');
    expect(html).toContain('datetime="2026-11-24T00:00:00Z"');
    expect(html).toContain('by Andrea at ');
    expect(html).toContain('data-state="next"');
    expect(html).not.toContain('<h2');
  });
});
