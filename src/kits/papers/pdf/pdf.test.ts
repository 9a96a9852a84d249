import { expect, test } from 'vitest';
import { readPdf } from '../../../../test/support/read-pdf.ts';
import type { Paper } from './paper.ts';
import { pdf, pdfFile } from './write.ts';

const madeAt = Temporal.Instant.from('2026-11-24T09:00:00+09:00');
const receipt: Paper = {
  title: '寄附金受領証明書',
  language: 'ja-JP',
  parts: [
    { text: '髙﨑𠮷 様' },
    {
      facts: [
        ['受領日', '2026年11月24日'],
        ['Nguyễn Thị Hương', 'Щукина'],
      ],
    },
    { heading: '内訳' },
    {
      table: {
        head: ['内容', '金額'],
        rows: [
          ['ご寄附', '1,500,000円'],
          ['徳德濵邉', '3,000円'],
        ],
        numbers: [1],
      },
    },
    { qr: 'https://otonari.example/receipts/ABC', beside: '確認コード ABC' },
    { small: '本証明書は寄附金控除の対象になりません。' },
  ],
  foot: 'おとなり',
};
const made = async (paper: Paper) => {
  const bytes = await pdf(paper, madeAt);
  if (!bytes.ok) throw new Error(bytes.refusal.code);
  return bytes.value;
};
const squeezed = (text: string) => text.replaceAll(/\s/g, '');

test('all that a sheet says can be read back from it, and no letter is the box that stands for none', async () => {
  const { text, glyphs, pages } = readPdf(await made(receipt));
  for (const words of [
    '寄附金受領証明書',
    '髙﨑𠮷様',
    'NguyễnThịHương',
    'Щукина',
    '徳德濵邉',
    '1,500,000円',
    '確認コードABC',
  ])
    expect(squeezed(text)).toContain(words);
  expect(squeezed(text)).toContain('おとなり1/1');
  expect(glyphs.length).toBeGreaterThan(100);
  expect(glyphs.filter((glyph) => glyph === 0)).toEqual([]);
  expect(pages).toBe(1);
});

test('a poster that is a little too long is set smaller, on one page', async () => {
  const parts = Array.from({ length: 24 }, (_, at) => ({ text: `行${at}` }));
  expect(readPdf(await made({ ...receipt, isPoster: true, parts })).pages).toBe(1);
  expect(
    readPdf(await made({ ...receipt, isPoster: true, parts: [...parts, ...parts] })).pages,
  ).toBeGreaterThan(1);
});

test('a poster is no page of several, until it is', async () => {
  expect(squeezed(readPdf(await made({ ...receipt, isPoster: true })).text)).not.toContain('1/1');
  const parts = Array.from({ length: 60 }, (_, at) => ({ text: `行${at}` }));
  expect(squeezed(readPdf(await made({ ...receipt, isPoster: true, parts })).text)).toContain('おとなり1/');
});

test('a receipt is small: of the font only the letters it uses are in it', async () => {
  expect((await made(receipt)).length).toBeLessThan(60_000);
});

test('the same sheet gives the same bytes', async () => {
  expect(Buffer.from(await made(receipt)).equals(await made(receipt))).toBe(true);
});

test('what does not fit goes on on the next page, with its number on each', async () => {
  const rows = Array.from({ length: 120 }, (_, at) => [`行${at}`, `${at}円`]);
  const { text, pages } = readPdf(
    await made({ ...receipt, parts: [{ table: { head: ['名', '額'], rows } }] }),
  );
  expect(pages).toBeGreaterThan(2);
  expect(squeezed(text)).toContain('行119');
  expect(squeezed(text)).toContain(`${pages}/${pages}`);
});

test('letters in two halves become one', async () => {
  const { text, glyphs } = readPdf(await made({ ...receipt, parts: [{ text: 'ガ é'.normalize('NFD') }] }));
  expect(text.normalize('NFC')).toContain('ガ');
  expect(glyphs).not.toContain(0);
});

test('marks that nobody sees, as copied words bring them, keep no sheet from being printed', async () => {
  const copied = '\ufeff来て\u200bください\u202e。☀\ufe0f';
  const { text, glyphs } = readPdf(await made({ ...receipt, title: copied, parts: [{ text: copied }] }));
  expect(squeezed(text)).toContain('来てください。☀');
  expect(glyphs).not.toContain(0);
});

test('characters that the font does not have are refused by name, and nothing is printed', async () => {
  expect(await pdfFile('x', { ...receipt, parts: [{ text: '한글 和 한' }], title: '们' }, madeAt)).toEqual({
    kind: 'refused',
    refusals: [{ code: 'paper_cannot_write', params: { characters: '们 한 글' } }],
  });
});
