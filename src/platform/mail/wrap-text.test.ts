import { describe, expect, test } from 'vitest';
import { columnsOf, wrapText } from './wrap-text.ts';

const LINK = `https://otonari.example/ja/unsubscriptions/${'x'.repeat(120)}`;
const long = {
  en: 'You get this mail because somebody has written to you, and you have asked us to tell you about it by mail (once a day).',
  ja: 'このメールは、「おとなり」から新しいお知らせがあったときに、受け取ることを選んだ方へ送っています。返信しても、だれにも届きません。きょうのお知らせは、あしたの朝まで読めます。',
  'ja-easy':
    'この メールは、 新《あたら》しい お知《し》らせが あったので、 送《おく》りました。 返事《へんじ》を 書《か》かないで ください。 だれにも 届《とど》きません。',
  zh: '您收到这封邮件，是因为有人给您写了信，而您选择了通过邮件接收通知。请不要直接回复这封邮件，没有人会读到它。如果不想再收到此类邮件，请点击以下链接。',
};

describe('a plain mail', () => {
  test.each(Object.entries(long))('in %s has lines of 78 columns at the most', (_language, text) => {
    const wrapped = wrapText(`${text}\n\n${LINK}\n`);
    const lines = wrapped.split('\n').filter((line) => line !== LINK);
    expect(lines.length).toBeGreaterThan(3);
    expect(Math.max(...lines.map(columnsOf))).toBeLessThanOrEqual(78);
    for (const line of lines) {
      expect(line).not.toMatch(/^[、。，」）》ーっょ.,)]/);
      expect(line).not.toMatch(/[「（《(]$/);
      expect(line).toBe(line.trim());
    }
    expect(wrapped).toContain(LINK);
    expect(wrapped.replaceAll(/\s/g, '')).toBe(`${text}${LINK}`.replaceAll(/\s/g, ''));
  });

  test('keeps short lines, empty lines and a long link within a sentence as they are', () => {
    const text = `Hello\n\nSee ${LINK} now\n  * one\n`;
    expect(wrapText(text)).toBe(`Hello\n\nSee\n${LINK}\nnow\n  * one\n`);
  });

  test('breaks no character in two, and moves a sign with the one before it', () => {
    const family = '👩‍👩‍👧';
    expect(wrapText(family.repeat(40))).toBe(`${family.repeat(39)}\n${family}`);
    expect(wrapText(`${'あ'.repeat(39)}。`)).toBe(`${'あ'.repeat(38)}\nあ。`);
    expect(wrapText(`${'あ'.repeat(38)}「い」`)).toBe(`${'あ'.repeat(38)}\n「い」`);
  });

  test.each([
    ['abc', 3],
    ['漢字', 4],
    ['ｱｲ', 2],
    ['、', 2],
    ['Ｑ', 2],
  ])('%s takes %d columns', (text, columns) => {
    expect(columnsOf(text)).toBe(columns);
  });
});
