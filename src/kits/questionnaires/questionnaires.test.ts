import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { checkEasyJapanese } from '../../japanese/easy.ts';
import { defineQuestionnaire, type Version } from './questionnaire.ts';
import sample from './sample.json' with { type: 'json' };
import { sealedAnswers } from './sealed-answers.ts';

const inAll = (words: string) => ({ ja: words, 'ja-easy': words, en: words, 'zh-Hans': words });
const first: Version = {
  version: 1,
  questions: [
    { id: 'why', kind: 'words', label: inAll('Why?'), most: 20 },
    {
      id: 'when',
      kind: 'some',
      label: inAll('When?'),
      isOptional: true,
      options: [
        { value: 'am', label: inAll('Mornings') },
        { value: 'pm', label: inAll('Evenings') },
      ],
    },
  ],
};
const second: Version = {
  version: 2,
  questions: [
    {
      id: 'why',
      kind: 'one',
      label: inAll('Why, most of all?'),
      options: [{ value: 'friends', label: inAll('To find friends') }],
    },
    { id: 'sure', kind: 'yes', label: inAll('Are you sure?') },
  ],
};

describe('questions as data', () => {
  it('are asked by a form that checks what each takes', () => {
    const { form } = defineQuestionnaire([first]);
    expect(form.schema.safeParse({ why: ' Neighbors ', when: 'pm' }).data).toEqual({
      why: 'Neighbors',
      when: ['pm'],
    });
    const wrong = form.schema.safeParse({ why: 'x'.repeat(21), when: 'noon' });
    expect(wrong.error?.issues.map(({ path }) => path[0])).toEqual(['why', 'when']);
    expect(form.schema.safeParse({ why: '' }).success).toBe(false);
  });

  it('are read in the words in which they were asked, also when they are asked otherwise since', () => {
    const before = defineQuestionnaire([first]).give({ why: 'Neighbors', when: ['am', 'pm'] });
    const now = defineQuestionnaire([first, second]);
    expect(now.say(before, 'en')).toMatchObject([
      { question: 'Why?', answer: 'Neighbors' },
      { question: 'When?' },
    ]);
    expect(JSON.stringify(now.say(before, 'en'))).toContain('Evenings');
    const given = now.give({ why: 'friends', sure: true });
    expect(given.version).toBe(2);
    expect(now.say(given, 'en')).toMatchObject([{ question: 'Why, most of all?' }, { answer: 'yes' }]);
    expect(now.say({ version: 3, answers: {} }, 'en')).toEqual([]);
  });

  it('of which a version is missing or asks twice stop the program', () => {
    expect(() => defineQuestionnaire([second])).toThrow('version 2');
    expect(() =>
      defineQuestionnaire([{ ...first, questions: [...first.questions, ...first.questions] }]),
    ).toThrow('twice');
  });

  it('say Easy Japanese where they do', () => {
    const labels = JSON.stringify(sample).matchAll(/"ja-easy":"([^"]+)"/g);
    const found = [...labels].flatMap(([, words = '']) =>
      checkEasyJapanese(words).filter(({ level }) => level === 'refused'),
    );
    expect(found).toEqual([]);
  });
});

describe('answers', () => {
  it('lie sealed as one, for their row, and open as they were given', async () => {
    const { db } = await testDatabase();
    const answers = sealedAnswers('trust.interviews.note');
    const given = { version: 1, answers: { why: 'My husband hit me.', when: ['am'] } };
    const held = answers.seal(db, 'row', given);
    expect(String(held)).not.toContain('husband');
    expect(answers.open(db, 'row', held)).toEqual(given);
    expect(() => answers.open(db, 'another row', held)).toThrow('does not open');
  });
});
