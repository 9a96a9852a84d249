import { deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import { describe, expect, test } from 'vitest';
import { listObjects } from './objects.ts';
import { readPdf } from './pdfs.ts';

const AUTHOR = 'Hanako Yamada';

/** A PDF of pdfkit. */
async function made(pages: number, more: (document: PDFKit.PDFDocument) => void = () => {}): Promise<Buffer> {
  const document = new PDFDocument({ info: { Author: AUTHOR, Title: 'Report' }, compress: true });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => document.on('end', resolve));
  for (let page = 1; page < pages; page++) document.addPage();
  more(document);
  document.end();
  await ended;
  return Buffer.concat(chunks);
}

/** A PDF whose objects are packed, as word processors of today write them. */
function packed(info: string, more = ''): Buffer {
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Count 7 /Kids [] >>', info];
  const starts = objects.map((_, at) => objects.slice(0, at).join('\n').length + (at > 0 ? 1 : 0));
  const table = `${starts.map((start, at) => `${at + 1} ${start}`).join(' ')} `;
  const bytes = deflateSync(Buffer.from(table + objects.join('\n'), 'latin1'));
  const head = `<< /Type /ObjStm /N 3 /First ${table.length} /Filter /FlateDecode /Length ${bytes.length} >>`;
  return Buffer.concat([
    Buffer.from(`%PDF-1.7\n10 0 obj\n${head}\nstream\n`),
    bytes,
    Buffer.from(
      `\nendstream\nendobj\n${more}11 0 obj\n<< /Type /XRef /Root 1 0 R /Info 3 0 R >>\nendobj\nstartxref\n0\n%%EOF\n`,
    ),
  ]);
}

const codeOf = (bytes: Uint8Array) => {
  const read = readPdf(bytes);
  return read.ok ? null : read.refusal.code;
};

describe('a PDF that somebody brings', () => {
  test('is read with its pages, and names nobody any more; nothing else of it moves', async () => {
    const sent = await made(3);
    expect(sent.includes(AUTHOR)).toBe(true);
    const read = readPdf(sent);
    if (!read.ok) throw new Error(read.refusal.code);
    expect(read.value.pages).toBe(3);
    expect(read.value.bytes).toHaveLength(sent.length);
    expect(Buffer.from(read.value.bytes).includes(AUTHOR)).toBe(false);
    expect(sent.includes(AUTHOR)).toBe(true);
  });

  test('names nobody in packed objects either, and is still read afterwards', () => {
    const sent = packed(
      `<< /Author (${AUTHOR}) /Title (${'A title that is there to be let go. '.repeat(9)}) >>`,
    );
    const read = readPdf(sent);
    if (!read.ok) throw new Error(read.refusal.code);
    expect(read.value.pages).toBe(7);
    const unpacked = [...listObjects(Buffer.from(read.value.bytes)).values()].flat();
    expect(unpacked.map(({ head }) => head).join()).not.toMatch(/Hanako|A title/);
    expect(unpacked.some(({ head }) => head.includes('/Count 7'))).toBe(true);
  });

  test('loses the packet in which word processors name its authors', () => {
    const packet = `<dc:creator>${AUTHOR}</dc:creator>`;
    const more = `12 0 obj\n<< /Type /Metadata /Subtype /XML /Length ${packet.length} >>\nstream\n${packet}\nendstream\nendobj\n`;
    const read = readPdf(packed('<< >>', more));
    expect(read.ok && Buffer.from(read.value.bytes).includes(AUTHOR)).toBe(false);
    expect(read.ok).toBe(true);
  });

  test.each([
    ['a web page that is called one', Buffer.from('<html>%PDF-1.7 %%EOF'), 'pdf_is_none'],
    ['one that is cut off', Buffer.from('%PDF-1.7\n1 0 obj\n<< >>\nendobj\n'), 'pdf_is_broken'],
    [
      'one that runs something',
      packed('<< >>', '12 0 obj\n<< /S /JavaScript /JS (x) >>\nendobj\n'),
      'pdf_is_active',
    ],
    [
      'one that hides how it does',
      packed('<< >>', '12 0 obj\n<< /S /J#61vaScript >>\nendobj\n'),
      'pdf_is_active',
    ],
    ['one that does so among packed objects', packed('<< /S /Launch >>'), 'pdf_is_active'],
    [
      'one with comments',
      packed('<< >>', '12 0 obj\n<< /Subtype /Highlight /T (A) >>\nendobj\n'),
      'pdf_has_comments',
    ],
    [
      'one that is signed',
      packed('<< >>', '12 0 obj\n<< /ByteRange [0 1 2 3] >>\nendobj\n'),
      'pdf_is_signed',
    ],
    [
      'one with a password',
      Buffer.from('%PDF-1.4\ntrailer\n<< /Encrypt 5 0 R >>\nstartxref\n0\n%%EOF'),
      'pdf_is_locked',
    ],
  ])('is refused: %s', (_, bytes, code) => {
    expect(codeOf(bytes)).toBe(code);
  });

  test('is refused where it unpacks to more than a report holds', () => {
    const bomb = deflateSync(Buffer.alloc(40_000_000));
    const head = `<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${bomb.length} >>`;
    const sent = Buffer.concat([
      Buffer.from(`%PDF-1.7\n10 0 obj\n${head}\nstream\n`),
      bomb,
      Buffer.from('\nendstream\nendobj\nstartxref\n0\n%%EOF'),
    ]);
    expect(codeOf(sent)).toBe('pdf_is_broken');
  });

  // Each would be gone through once for every thousand bytes of it, if it were read as it asks for.
  test.each([
    ['objects that end together', `${'1 0 obj '.repeat(1_000_000)}endobj`],
    ['objects that never end', '1 0 obj '.repeat(1_000_000)],
    ['more objects than any report has', '1 0 obj endobj '.repeat(400_000)],
    ['streams that never end', '1 0 obj\nstream\n endobj '.repeat(400_000)],
    ['trailers', 'trailer '.repeat(1_000_000)],
  ])('is refused, not read again and again: %s', (_, within) => {
    expect(codeOf(Buffer.from(`%PDF-1.7\n${within}\nstartxref\n0\n%%EOF`))).toBe('pdf_is_broken');
  });

  test('is refused where packed objects lie within each other', () => {
    const table = '1 0 2 900 3 0 4 900 ';
    const bytes = deflateSync(Buffer.from(table.padEnd(2_000)));
    const head = `<< /Type /ObjStm /N 4 /First ${table.length} /Filter /FlateDecode /Length ${bytes.length} >>`;
    const sent = Buffer.concat([
      Buffer.from(`%PDF-1.7\n10 0 obj\n${head}\nstream\n`),
      bytes,
      Buffer.from('\nendstream\nendobj\nstartxref\n0\n%%EOF'),
    ]);
    expect(codeOf(sent)).toBe('pdf_is_broken');
  });
});
