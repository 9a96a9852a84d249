import PDFDocument from 'pdfkit';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { remembering } from '../../../platform/remembering.ts';
import type { Reply } from '../../../platform/web/route.ts';
import { qrPath } from '../qr-code.tsx';
import { BOLD, hasCharacter, REGULAR, takeFonts } from './fonts.ts';
import { type Paper, type Part, wordsOf } from './paper.ts';

type Document = InstanceType<typeof PDFDocument>;

const MARGIN = 56;
const SHEET = { title: 18, heading: 13, text: 10.5, small: 8.5, qr: 84, facts: 150 };
const POSTER = { title: 30, heading: 18, text: 15, small: 11, qr: 150, facts: 130 };
/** A poster that would go on on a second page is set smaller, as far as one still reads it from a step away. */
const SCALES = [1, 0.9, 0.8, 0.7];
/** Along the top of a poster, as on our pictures. */
const BAND = { height: 18, color: '#17604a' };
type Sizes = typeof SHEET;
const MOST_NAMED = 10;

/**
 * A sheet as an A4 PDF, with only those letters of the font embedded that it uses. The same sheet gives the same bytes.
 * Refuses, and names them, characters that the font does not have (hangul, simplified Chinese): no box is ever printed.
 * @param madeAt what the file says of its age
 */
export async function pdf(paper: Paper, madeAt: Temporal.Instant): Promise<Outcome<Uint8Array>> {
  const written = printable(wordsOf(paper).join(''));
  if (!written.ok) return written;
  const date = new Date(madeAt.epochMilliseconds);
  for (const scale of paper.isPoster ? SCALES : []) {
    const set = compose(paper, scaled(POSTER, scale), date);
    if (set.bufferedPageRange().count === 1) return accept(await finish(set, paper));
  }
  return accept(await finish(compose(paper, paper.isPoster ? POSTER : SHEET, date), paper));
}

const scaled = (sizes: Sizes, scale: number): Sizes => ({
  ...sizes,
  ...{ title: sizes.title * scale, heading: sizes.heading * scale, text: sizes.text * scale },
  ...{ small: sizes.small * scale, qr: sizes.qr * scale },
});

/** All of it but the feet. */
function compose(paper: Paper, sizes: Sizes, date: Date): Document {
  const document = new PDFDocument({
    // No font of its own to begin with: both are given to it.
    ...{ size: 'A4', margin: MARGIN, font: '', bufferPages: true, pdfVersion: '1.7' },
    ...{ lang: paper.language, displayTitle: true, info: { Title: paper.title, CreationDate: date } },
  });
  takeFonts(document);
  if (paper.isPoster) drawBand(document);
  document.font(BOLD).fontSize(sizes.title).text(clean(paper.title)).moveDown(0.6);
  for (const part of paper.parts) draw(document, part, sizes);
  return document;
}

function finish(document: Document, paper: Paper): Promise<Uint8Array> {
  const bytes = collect(document);
  drawFeet(document, clean(paper.foot), paper);
  document.end();
  return bytes;
}

/** A PDF as a route's answer. @param name without `.pdf` */
export async function pdfFile(name: string, paper: Paper, madeAt: Temporal.Instant): Promise<Reply> {
  const bytes = await pdf(paper, madeAt);
  return bytes.ok
    ? { kind: 'file', body: bytes.value, mediaType: 'application/pdf', name: `${name}.pdf` }
    : { kind: 'refused', refusals: [bytes.refusal] };
}

let looking: Document | undefined;

/** As many characters as the font has, and more. */
const MOST_CHARACTERS = 40_000;

/** Pages ask of each of their characters, at every look, and fontkit goes through its tables for each. */
const canWrite = remembering(MOST_CHARACTERS, (character) => {
  if (!looking) {
    looking = new PDFDocument({ font: '' });
    takeFonts(looking);
  }
  return hasCharacter(looking, character);
});

/** Whether paper can print some words, without a sheet: for names that are kept first and printed later. Refuses as `pdf`. */
export function printable(text: string): Outcome<string> {
  const missing = [...new Set(clean(text))].filter((one) => !/\s/.test(one) && !canWrite(one));
  return missing.length === 0
    ? accept(text)
    : refuse('paper_cannot_write', { characters: missing.slice(0, MOST_NAMED).join(' ') });
}

/** Marks that are seen nowhere (of direction, of where a line may break, how an emoji is drawn): they come along with copied words. */
const UNSEEN = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|\ufe0e|\ufe0f/gu;

/** Whether a whole sheet can be printed: where it cannot, no page leads to it. */
export const isPrintable = (paper: Paper): boolean => printable(wordsOf(paper).join('')).ok;

/** One letter for one: the font has ガ and é, and not their two halves. */
const clean = (text: string) => text.normalize('NFC').replace(UNSEEN, '');

function collect(document: Document): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  return new Promise((done, failed) => {
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    document.on('end', () => done(Buffer.concat(chunks)));
    document.on('error', failed);
  });
}

function draw(document: Document, part: Part, sizes: Sizes): void {
  document.font(REGULAR).fontSize(sizes.text);
  if ('heading' in part) {
    document.moveDown(0.6).font(BOLD).fontSize(sizes.heading).text(clean(part.heading)).moveDown(0.3);
  } else if ('text' in part) {
    document.text(clean(part.text), { lineGap: 3 }).moveDown(0.6);
  } else if ('small' in part) {
    document.fontSize(sizes.small).text(clean(part.small), { lineGap: 2 }).moveDown(0.6);
  } else if ('facts' in part) {
    drawTable(document, { rows: part.facts, widths: [sizes.facts, '*'], numbers: [], head: null });
  } else if ('table' in part) {
    const { head, rows, numbers = [] } = part.table;
    drawTable(document, { rows, widths: head.map(() => '*' as const), numbers, head });
  } else {
    drawCode(document, part, sizes);
  }
}

function drawBand(document: Document): void {
  document.save().rect(0, 0, document.page.width, BAND.height).fill(BAND.color).restore();
}

function drawTable(
  document: Document,
  table: {
    readonly rows: readonly (readonly string[])[];
    readonly widths: readonly (number | '*')[];
    readonly numbers: readonly number[];
    readonly head: readonly string[] | null;
  },
): void {
  const right = (column: number) => ({
    align: { x: table.numbers.includes(column) ? 'right' : 'left' } as const,
  });
  const cells = (row: readonly string[], bold: { font: { src: string } } | object) =>
    row.map((text, column) => ({ text: clean(text), ...right(column), ...bold }));
  document.table({
    columnStyles: table.widths.map((width) => ({ width })),
    defaultStyle: { border: [0, 0, 0.5, 0], borderColor: '#888888', padding: 5 },
    data: [
      ...(table.head ? [cells(table.head, { font: { src: BOLD } })] : []),
      ...table.rows.map((row) => cells(row, {})),
    ],
  });
  document.x = MARGIN;
  document.moveDown(0.8);
}

function drawCode(
  document: Document,
  { qr, beside }: Extract<Part, { readonly qr: string }>,
  { qr: side, ...sizes }: Sizes,
): void {
  const { path, size } = qrPath(qr);
  if (document.y + side > document.page.height - MARGIN * 1.5) document.addPage();
  const { y } = document;
  document
    .save()
    .translate(MARGIN, y)
    .scale(side / size)
    .path(path)
    .fill('#000000')
    .restore();
  document.fontSize(sizes.small).text(clean(beside), MARGIN + side + 12, y + 8, { lineGap: 2 });
  document.x = MARGIN;
  document.y = Math.max(document.y, y + side) + 8;
}

/** With the number of each page; a poster alone on its wall has none. */
function drawFeet(document: Document, foot: string, { isPoster }: Pick<Paper, 'isPoster'>): void {
  const { start, count } = document.bufferedPageRange();
  for (let page = start; page < start + count; page++) {
    document.switchToPage(page);
    // Below the margin, where text would begin a new page.
    document.page.margins.bottom = 0;
    document
      .font(REGULAR)
      .fontSize(SHEET.small)
      .text(
        isPoster && count === 1 ? foot : `${foot}  ${page + 1} / ${count}`,
        MARGIN,
        document.page.height - MARGIN + 16,
        {
          align: 'center',
          lineBreak: false,
          width: document.page.width - 2 * MARGIN,
        },
      );
  }
}
