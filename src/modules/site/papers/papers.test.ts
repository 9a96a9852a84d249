import PDFDocument from 'pdfkit';
import { expect, test } from 'vitest';
import { testFiles } from '../../../../test/support/files.ts';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { deleteFilesOf } from '../../../platform/files/files.ts';
import { createPerson } from '../../people/index.ts';
import { siteModule } from '../module.ts';

const files = testFiles();
const house = await testHouse([siteModule({ publicUrl: 'https://otonari.test', files, pages: () => [] })]);
const { db, clock } = house;
const person = (name: string) => inTransaction(db, (tx) => createPerson(tx, { name, now: clock() }));
const writerOne = await person('Kobayashi');
const writer = house.as(actorOf(writerOne, ['coordinator']));
const administrator = house.as(actorOf(await person('Kanri'), ['administrator']));
const visitor = house.as();

async function report(pages: number, author = 'Hanako Yamada'): Promise<File> {
  const document = new PDFDocument({ info: { Author: author } });
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(new Uint8Array(chunk)));
  const ended = new Promise((resolve) => document.on('end', resolve));
  for (let page = 1; page < pages; page++) document.addPage();
  document.end();
  await ended;
  return new File(chunks, 'Yamada.pdf', { type: 'application/pdf' });
}

const WORDS = {
  'title.ja': '事業報告書',
  'text.ja': '一年のことです。',
  'title.en': 'Report',
  'text.en': 'A year.',
  'origin.en': 'person',
  'origin.zh-Hans': 'person',
  'origin.ja-easy': 'person',
};
const begun = await writer.post('/desk/site/new/report', { slug: '2025', onDay: '2026-06-01', ...WORDS });
const at = begun.location ?? '';
await administrator.post(`${at}/versions/1/showing`, {});
const FILE = '/about/reports/2025/approved.pdf';

test('a report as a PDF is read by nobody until an administrator shows its version, then with size and pages', async () => {
  const sent = await writer.post(`${at}/paper`, { seen: '1', paper: await report(3) });
  expect(sent.flash).toContain('new version');
  expect((await visitor.get(FILE)).status).toBe(404);
  expect((await writer.get(`${at}/versions/2`)).text).toContain('0.1 MB, 3 pages');
  expect((await writer.get(`${at}/versions/2/paper.pdf`)).html).toContain('%PDF');
  await administrator.post(`${at}/versions/2/showing`, {});
  for (const path of ['/about/reports', '/about/reports/2025'])
    expect((await visitor.get(path)).text).toContain('(PDF, 0.1 MB, 3 pages)');
});

test('its file is saved and not shown, runs nothing, and names nobody who made it', async () => {
  const { headers, html } = await visitor.get(FILE);
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': 'attachment; filename="report-2025.pdf"',
    'x-content-type-options': 'nosniff',
  });
  expect(headers.get('content-security-policy')).toMatch(/default-src 'none'; sandbox/);
  expect(html).toContain('%PDF');
  expect(html).not.toContain('Yamada');
});

test('words that are written later keep the file, and a version before it goes back to none', async () => {
  const written = { onDay: '2026-06-01', ...WORDS, 'text.en': 'A whole year.', seen: '2' };
  await writer.post(`${at}/words`, written);
  await administrator.post(`${at}/versions/3/showing`, {});
  expect((await visitor.get(FILE)).status).toBe(200);
  await administrator.post(`${at}/versions/1/showing`, {});
  expect((await visitor.get(FILE)).status).toBe(404);
  await administrator.post(`${at}/versions/3/showing`, {});
});

test('what is no PDF is refused beside its field, whatever it is called, and so is none at all', async () => {
  const page = new File(['<script>alert(1)</script>'], 'report.pdf', { type: 'application/pdf' });
  const answer = await writer.post(`${at}/paper`, { seen: '3', paper: page });
  expect(answer.refusals).toEqual({ paper: expect.stringContaining('not a PDF') });
  expect(answer.html).not.toContain('alert(1)');
  const none = await writer.post(`${at}/paper`, { seen: '3' });
  expect(none.refusals).toEqual({ paper: expect.stringContaining('choose a PDF') });
});

test('whoever brought it may leave: the report stays', async () => {
  expect(await inTransaction(db, (tx) => deleteFilesOf(tx, writerOne.id))).toBe(0);
  expect((await visitor.get(FILE)).status).toBe(200);
});

test('the next version may be without a file, and only a report has one', async () => {
  await writer.post(`${at}/paper`, { seen: '3', without: 'on' });
  await administrator.post(`${at}/versions/4/showing`, {});
  expect((await visitor.get(FILE)).status).toBe(404);
  const news = await writer.post('/desk/site/new/news', { slug: 'winter', onDay: '2026-06-01', ...WORDS });
  expect((await writer.get(`${news.location}/paper`)).status).toBe(404);
  const sent = await writer.post(`${news.location}/paper`, { seen: '1', paper: await report(1) });
  expect(sent.status).toBe(404);
});
