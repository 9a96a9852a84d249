import { expect, test } from 'vitest';
import { breaksLine, holdsWebAddress, nameInMail } from './web-address.ts';

const ADDRESSES = [
  'https://evil.example/pay',
  'Click hxxp://evil',
  'WWW.evil.example',
  'evil.com',
  'Win at prizes.evil.xyz now',
  'ｅｖｉｌ．ｃｏｍ',
  'evil。com',
  'evil\u200b.com',
  'bit.ly/3xYz',
  'お得.jp',
  'evil.co.jp をクリック',
  'someone@evil.com',
  'javascript:alert(1)',
  '203.0.113.7',
  'Amazon.com Japan',
  't.me/joinus',
  'Prize at evil.sbs',
  'evil.finance',
];

test.each(ADDRESSES)('%j holds an address, and is shown as none', (name) => {
  expect(holdsWebAddress(name)).toBe(true);
  expect(nameInMail(name)).not.toMatch(/[.:/@。．]/);
});

test.each([
  'Sita',
  'Dr. Li',
  'Dr.Li',
  'J.Li',
  'J.R.R. Tolkien',
  'J.Bond',
  'St.Mary',
  'Mrs.Sato',
  '株式会社すみだ',
  'すみだ工業（株）',
  'Sumida Co.,Ltd.',
  'Sumida Co., Ltd',
  'Sumida Co.Ltd.',
  'Kitchen Ltd.',
  'Anne-Marie O’Neil',
  'Nguyễn Thị Hương',
  '髙橋・﨑山',
  'Section 3.5',
  'No. 12',
  'Martin Luther King, Jr.',
  'AC/DC',
  '和/洋',
  'Maria / João',
])('%j is a name, and stays as it is', (name) => {
  expect(holdsWebAddress(name)).toBe(false);
  expect(nameInMail(name)).toBe(name);
});

test.each(['a\nb', 'a\r\nb', 'a\u2028b', 'a\u0085b', 'a\vb'])('%j goes on on another line', (name) => {
  expect(breaksLine(name)).toBe(true);
  expect(nameInMail(name)).not.toMatch(/[\r\n\u2028\u0085\v]/);
});

test('blanks and tabs break no line', () => {
  expect(breaksLine('a \t　b')).toBe(false);
});
