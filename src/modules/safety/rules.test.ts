import { describe, expect, test } from 'vitest';
import { type Helpline, listHelplines, listHelplinesToVerify } from '../../japanese/helplines/helplines.ts';
import { arrangeHelplines, FIRST_LINES, findDangers, mayBePublished, withChecks } from './rules.ts';
import { DANGERS } from './types.ts';

describe('words of danger', () => {
  test.each([
    ['My father can’t breathe, please help', 'medical'],
    ['HE IS UNCONSCIOUS', 'medical'],
    ['母が倒れて息ができない', 'medical'],
    ['いきが できない', 'medical'],
    ['我呼吸困难', 'medical'],
    ['There is a fire in the kitchen', 'fire'],
    ['ガス漏れかもしれない', 'fire'],
    ['厨房着火了', 'fire'],
    ['my husband beats me', 'violence'],
    ['夫に殴られました', 'violence'],
    ['老公打我', 'violence'],
    ['I want to die', 'suicide'],
    ['しにたいです', 'suicide'],
    ['我不想活了', 'suicide'],
    ['ＳＵＩＣＩＤＥ', 'suicide'],
    ['my child is missing', 'child'],
    ['子どもがいなくなりました', 'child'],
    ['孩子不见了', 'child'],
    ['I was raped', 'sexual_violence'],
    ['电车里有人摸我', 'sexual_violence'],
    ['Her husband beats her', 'violence'],
    ['他总是打她', 'violence'],
    ['My friend wants to die', 'suicide'],
    ['She said she would kill herself', 'suicide'],
    ['友だちが死にたがっています', 'suicide'],
    ['Somebody touched her on the train', 'sexual_violence'],
  ])('%s', (text, danger) => {
    expect(findDangers(text)).toContain(danger);
  });

  test.each([
    'I need help at the ward office',
    '保育園の書類を書きたいです',
    '我想去区役所办手续',
    'We watched the fireworks',
    'firefighter’s exam',
    '请打他的电话',
    '',
  ])('nothing in: %s', (text) => {
    expect(findDangers(text)).toEqual([]);
  });

  test('ten thousand characters are searched as well', () => {
    expect(findDangers(`${'あ'.repeat(10_000)}死にたい`)).toEqual(['suicide']);
  });
});

const asTheyCame = (lines: readonly Helpline[]) => lines.map((helpline) => ({ helpline, own: null }));

describe('helplines', () => {
  const today = Temporal.PlainDate.from('2026-11-24');
  const all = [...listHelplines(), ...listHelplinesToVerify()];

  test('the first lines for each danger are in the list', () => {
    const numbers = all.map((line) => line.number);
    for (const danger of DANGERS) expect(numbers).toEqual(expect.arrayContaining([...FIRST_LINES[danger]]));
  });

  test('a line from memory is published only after somebody has called it', () => {
    const before = withChecks(asTheyCame(all), [], today).find((line) => line.helpline.number === '#8000');
    const after = withChecks(
      asTheyCame(all),
      [{ number: '#8000', verifiedOn: today, isHidden: false }],
      today,
    ).find((line) => line.helpline.number === '#8000');
    expect([before && mayBePublished(before), after && mayBePublished(after)]).toEqual([false, true]);
  });

  test('a line is to be checked again after 180 days, not before', () => {
    const check = [{ number: '#7119', verifiedOn: today, isHidden: false }];
    const at = (days: number, number: string) =>
      withChecks(asTheyCame(all), check, today.add({ days })).find((line) => line.helpline.number === number)
        ?.needsCheck;
    expect([at(180, '#7119'), at(181, '#7119')]).toEqual([false, true]);
    expect(at(1000, '119')).toBe(false);
  });
});

describe('help now, as a reader finds it', () => {
  const lines = withChecks(asTheyCame(listHelplines()), [], Temporal.PlainDate.from('2026-11-24'));

  test('tells lines for one thing on one card, the reader’s language first, and loses none', () => {
    const cards = arrangeHelplines(lines, 'pt');
    const labor = cards.filter(({ purpose }) => purpose === 'labor');
    expect(labor).toHaveLength(1);
    expect(labor[0]?.lines[0]?.helpline.languages).toEqual(['pt']);
    expect(cards.flatMap((card) => card.lines)).toHaveLength(lines.length);
  });

  test('keeps desks of different wards apart', () => {
    const desks = arrangeHelplines(lines, 'en').filter(({ purpose }) => purpose === 'ward_desk');
    expect(desks.map(({ area }) => area)).toEqual(['13102', '13103']);
  });

  test('keeps the order of what can’t wait, whatever the language', () => {
    const urgent = (language: string) =>
      arrangeHelplines(lines, language)
        .filter(({ group }) => group !== 'advice')
        .map(({ purpose }) => purpose);
    expect(urgent('zh')).toEqual(urgent('ja'));
    expect(urgent('en').slice(0, 2)).toEqual(['fire_ambulance', 'police']);
  });

  test('puts advice in the reader’s language before the rest', () => {
    const advice = arrangeHelplines(lines, 'ko').filter(({ group }) => group === 'advice');
    expect(advice[0]?.lines.some(({ helpline }) => helpline.languages.includes('ko'))).toBe(true);
  });
});
