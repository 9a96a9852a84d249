import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { defineMessages } from '../../platform/languages/messages.tsx';
import { lines } from '../forms/index.ts';
import { defineQuestionnaire, type Question, type Version } from './questionnaire.ts';
import { sealedAnswers } from './sealed-answers.ts';

const said = {
  why: 'Why?',
  when: 'When?',
  am: 'Mornings',
  pm: 'Evenings',
  why_most: 'Why, most of all?',
  friends: 'To find friends',
  sure: 'Are you sure?',
};
const messages = defineMessages({ ja: said, 'ja-easy': said, en: said, 'zh-Hans': said });
const define = (versions: readonly Version[]) => defineQuestionnaire(messages, versions);
const first: Version = {
  version: 1,
  questions: [
    { id: 'why', kind: 'words', label: 'why', most: 20 },
    {
      id: 'when',
      kind: 'some',
      label: 'when',
      isOptional: true,
      options: [
        { value: 'am', label: 'am' },
        { value: 'pm', label: 'pm' },
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
      label: 'why_most',
      options: [{ value: 'friends', label: 'friends' }],
    },
    { id: 'sure', kind: 'yes', label: 'sure' },
  ],
};

describe('questions as data', () => {
  it('are asked by a form that checks what each takes', () => {
    const { form } = define([first]);
    expect(form.schema.safeParse({ why: ' Neighbors ', when: 'pm' }).data).toEqual({
      why: 'Neighbors',
      when: ['pm'],
    });
    const wrong = form.schema.safeParse({ why: 'x'.repeat(21), when: 'noon' });
    expect(wrong.error?.issues.map(({ path }) => path[0])).toEqual(['why', 'when']);
    expect(form.schema.safeParse({ why: '' }).success).toBe(false);
  });

  it('are read in the words in which they were asked, also when they are asked otherwise since', () => {
    const before = define([first]).give({ why: 'Neighbors', when: ['am', 'pm'] });
    const now = define([first, second]);
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
    expect(() => define([second])).toThrow('version 2');
    expect(() => define([{ ...first, questions: [...first.questions, ...first.questions] }])).toThrow(
      'twice',
    );
  });

  it('of which the catalog has not every word stop the program', () => {
    const [question] = second.questions;
    const asking = (more: object) =>
      define([{ version: 1, questions: [{ ...question, ...more } as Question] }]);
    expect(() => asking({ label: 'unknown' })).toThrow('unknown');
    expect(() => asking({ options: [{ value: 'x', label: 'no_such_answer' }] })).toThrow('no_such_answer');
  });

  it('say in the words of its program what was not answered, and are written as it wants', () => {
    const question: Question = { id: 'why', kind: 'words', label: 'why', missing: 'say_why' };
    const drawn: string[] = [];
    const questions = defineQuestionnaire(
      messages,
      [{ version: 1, questions: [question] }],
      (name, schema, about) => {
        drawn.push(name);
        return lines(name, schema, about);
      },
    );
    expect(questions.form.schema.safeParse({ why: '' }).error?.issues[0]?.message).toBe('say_why');
    expect(drawn).toEqual(['why']);
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
