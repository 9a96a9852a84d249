import { expect, test } from 'vitest';
import { FIELDS } from '../types.ts';
import { type Interpreter, inOrder, judgeChoice, judgeTie, TIES } from './rules.ts';
import { termsOf } from './terms.ts';

const interpreter = (id: string, more: Partial<Interpreter> = {}): Interpreter => ({
  ...{ id, name: id, email: '', knownAs: 'untold', times: '', skill: 'trained', leftAt: null },
  ...{ languages: ['vi'], pledgedOn: Temporal.PlainDate.from('2026-04-01') },
  ...more,
});
const codeOf = (outcome: ReturnType<typeof judgeTie> | ReturnType<typeof judgeChoice>) =>
  outcome.ok ? null : outcome.refusal.code;

test('relatives and children are refused, each with its reason', () => {
  expect(TIES.map((tie) => codeOf(judgeTie(tie)))).toEqual([
    null,
    null,
    'interpreter_is_a_relative',
    'interpreter_is_a_child',
  ]);
});

test.each([
  ['nobody', null, 'choose_an_interpreter'],
  [
    'who has left',
    interpreter('a', { leftAt: Temporal.Instant.from('2026-11-01T00:00:00Z') }),
    'choose_an_interpreter',
  ],
  ['without a pledge', interpreter('a', { pledgedOn: null }), 'interpreter_has_not_pledged'],
  ['of another language', interpreter('a', { languages: ['ne'] }), 'interpreter_speaks_no_such_language'],
  ['of this one', interpreter('a'), null],
] as const)('%s', (_, one, code) => {
  expect(codeOf(judgeChoice(one, 'vi'))).toBe(code);
});

test('Easy Japanese is a language like others', () => {
  const easy = interpreter('easy', { languages: ['ja-easy'] });
  const ids = inOrder([interpreter('vi'), easy], { language: 'ja-easy', wish: null }).map(({ id }) => id);
  expect(ids).toEqual(['easy']);
});

test('who fits the wish comes first, then the surest; nobody untold counts as fitting', () => {
  const all = [
    interpreter('untold', { skill: 'certified' }),
    interpreter('him', { knownAs: 'male', skill: 'certified' }),
    interpreter('her', { knownAs: 'female', skill: 'experienced' }),
    interpreter('no pledge', { knownAs: 'female', pledgedOn: null }),
  ];
  const ids = (wish: 'female' | null) => inOrder(all, { language: 'vi', wish }).map(({ id }) => id);
  expect(ids('female')).toEqual(['her', 'untold', 'him']);
  expect(ids(null)).toEqual(['untold', 'him', 'her']);
});

test.each(FIELDS)('words of %s have a reading in kana and a meaning', (field) => {
  const terms = termsOf(field);
  expect(terms.length).toBeGreaterThan(4);
  for (const { japanese, reading, english } of terms) {
    expect(japanese).toMatch(/\p{Script=Han}/u);
    expect(reading).toMatch(/^[\p{Script=Hiragana}ー]+$/u);
    expect(english).toMatch(/^[A-Za-z]/);
  }
});
