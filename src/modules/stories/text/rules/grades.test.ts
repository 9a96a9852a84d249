import { describe, expect, test } from 'vitest';
import type { Grade, StoryState, StoryText } from '../../types.ts';
import { mayChangeSource, standingOf, textFor } from './grades.ts';

const text = (locale: StoryText['locale'], basedOn: number): StoryText => ({ locale, basedOn, pieces: [] });
const changed = (...grades: readonly Grade[]) => grades.map((grade, at) => ({ revision: at + 1, grade }));

describe('a translation', () => {
  test.each([
    [1, ['helps'], 'current'],
    [1, ['helps', 'typo', 'helps'], 'current'],
    [1, ['helps', 'meaning', 'typo'], 'behind'],
    [1, ['helps', 'meaning', 'dangerous'], 'withheld'],
    [3, ['helps', 'meaning', 'dangerous'], 'current'],
  ] as const)('of revision %i after %j is %s', (basedOn, grades, standing) => {
    expect(standingOf({ basedOn }, changed(...grades))).toBe(standing);
  });

  test('that is dangerous gives way to the source at once, one that is behind stays and says so', () => {
    const texts = [text('ja', 2), text('en', 1), text('zh-Hans', 1)];
    const read = (grade: Grade, reader: 'en' | 'zh-Hans' | 'ja-easy') => {
      const found = textFor(texts, { source: 'ja', revisions: changed('helps', grade), reader });
      return [found?.text.locale, found?.standing];
    };
    expect(read('dangerous', 'en')).toEqual(['ja', 'current']);
    expect(read('dangerous', 'zh-Hans')).toEqual(['ja', 'current']);
    expect(read('meaning', 'en')).toEqual(['en', 'behind']);
    expect(read('typo', 'en')).toEqual(['en', 'current']);
    expect(read('typo', 'ja-easy')).toEqual(['ja', 'current']);
  });

  test('is the source itself where nothing nearer is there', () => {
    const found = textFor([text('zh-Hans', 1)], { source: 'zh-Hans', revisions: [], reader: 'ja' });
    expect(found?.text.locale).toBe('zh-Hans');
  });
});

describe('what was agreed to', () => {
  const before = ['A title', 'We met in spring.', 'I live at the river.'];
  const may = (state: StoryState, grade: Grade, after: readonly string[], now = before) => {
    const outcome = mayChangeSource(state, grade, { asked: before, now }, after);
    return outcome.ok ? 'yes' : outcome.refusal.code;
  };

  test('may be changed in every way before anybody was asked', () => {
    expect(may('told', 'meaning', ['Another'])).toBe('yes');
  });

  test.each(['asked', 'agreed', 'published'] as const)(
    'when %s is changed by nothing that says more',
    (state) => {
      expect(may(state, 'typo', ['A title', 'We met in sprimg.', 'I live at the river.'])).toBe('yes');
      expect(may(state, 'typo', ['A title', 'We met in autumn.', 'I live at the river.'])).toBe(
        'more_than_a_typo',
      );
      expect(may(state, 'typo', ['A title', 'We met in spring.'])).toBe('more_than_a_typo');
      expect(may(state, 'dangerous', ['A title', 'We met in spring.'])).toBe('yes');
      expect(may(state, 'dangerous', ['A title', 'We met in May.'])).toBe('only_taking_out');
      expect(may(state, 'meaning', before)).toBe('ask_anew_first');
      expect(may(state, 'helps', before)).toBe('ask_anew_first');
    },
  );

  test('is not changed letter by letter into something else, nor put into another order', () => {
    const once = ['A title', 'We met in sprimg.', 'I live at the river.'];
    expect(may('agreed', 'typo', ['A title', 'We met in sXrimX.', 'I live at the river.'], once)).toBe(
      'more_than_a_typo',
    );
    expect(may('agreed', 'typo', before, once)).toBe('yes');
    expect(may('agreed', 'dangerous', ['A title', 'I live at the river.', 'We met in spring.'])).toBe(
      'only_taking_out',
    );
    const less = ['A title', 'I live at the river.'];
    expect(may('agreed', 'typo', ['A title', 'I live at a river.'], less)).toBe('more_than_a_typo');
    expect(may('agreed', 'typo', ['A title', 'I live by the river.'], less)).toBe('yes');
  });

  test('is not there any more once it was recalled', () => {
    expect(may('recalled', 'typo', before)).toBe('story_is_elsewhere');
  });
});
