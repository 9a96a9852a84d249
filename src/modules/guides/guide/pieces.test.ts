import { describe, expect, test } from 'vitest';
import { garbageSource } from '../../../../test/support/guides-world.ts';
import type { GuideWords } from '../types.ts';
import { countStayed, type Kept, layOver, standingsOf } from './pieces.ts';

const source = garbageSource().words;
const japanese = (text: string): GuideWords => ({ ...source, steps: { one: { title: '分ける', text } } });
const english = (text: string, lead = 'In the morning.'): GuideWords => ({
  ...{ title: 'Garbage', lead, bring: '', lasts: '', costs: '', heard: '', afterwards: '', foundBy: '' },
  steps: { one: { title: 'Separate', text } },
});
const [old, now] = [japanese('分けます。'), japanese('洗って分けます。')];
const sent = (words: GuideWords, origin: 'machine' | 'checked' | 'translated', isRenewed = true) => ({
  ...{ words, origin, isRenewed },
});
const byMachine: Kept = layOver(sent(english('Separate it.'), 'machine'), null, old);
const byPerson: Kept = layOver(sent(english('Please separate.'), 'translated'), byMachine, old);

describe('a machine that renews a guide', () => {
  const renewed = layOver(sent(english('Wash and separate.', 'At dawn.'), 'machine'), byPerson, now);

  test('leaves the step that a person has put better, and fills the others', () => {
    expect(renewed.words.steps['one']?.text).toBe('Please separate.');
    expect(renewed.words.lead).toBe('At dawn.');
    expect(renewed.origin).toBe('machine');
    expect(countStayed(english('Wash and separate.', 'At dawn.'), renewed)).toBe(1);
  });

  test('does not make it say what the Japanese says now', () => {
    expect(renewed.isOfNow).toBe(false);
    const standings = standingsOf(renewed, now);
    expect(standings.get('one.text')).toEqual({ origin: 'translated', isBehind: true });
    expect(standings.get('lead')).toEqual({ origin: 'machine', isBehind: false });
  });

  test('once a person has mended that step, it does', () => {
    const mended = layOver(
      sent(english('Please wash and separate.', 'At dawn.'), 'translated'),
      renewed,
      now,
    );
    expect(mended.isOfNow).toBe(true);
    expect(standingsOf(mended, now).get('lead')).toEqual({ origin: 'machine', isBehind: false });
  });
});

test('a person who does not say that it is the same leaves each piece as old as it was', () => {
  const unsure = layOver(sent(english('Please separate all.'), 'translated', false), byPerson, now);
  expect(standingsOf(unsure, now).get('one.text')).toEqual({ origin: 'translated', isBehind: true });
});

test('a guide that was read as a whole is checked, but for what people wrote', () => {
  const checked = layOver(sent(english('Please separate.'), 'checked'), byPerson, old);
  expect(standingsOf(checked, old).get('lead')?.origin).toBe('checked');
  expect(standingsOf(checked, old).get('one.text')?.origin).toBe('translated');
  expect(checked.origin).toBe('checked');
});
