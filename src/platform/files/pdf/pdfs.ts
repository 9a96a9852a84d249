import { createHash } from 'node:crypto';
import { accept, type Outcome, refuse } from '../../refusal.ts';
import { listObjects, type PackedObjects, type PdfObject, type PdfObjects, packInto } from './objects.ts';

/** A PDF as we keep it: without what it says of who made it, with what and when. */
export interface Pdf {
  readonly bytes: Uint8Array;
  readonly mediaType: 'application/pdf';
  /** Null where the file does not say it plainly. */
  readonly pages: number | null;
  readonly sha256: string;
}

export const MOST_PDF_BYTES = 20_000_000;
/** How far from its end the end mark of a file may stand. */
const TAIL = 2_048;

/** What runs, sends, opens or carries other files. */
const ACTIVE =
  /\/(?:JavaScript|JS|Launch|EmbeddedFiles?|Filespec|RichMedia|XFA|AcroForm|SubmitForm|ImportData|Rendition|Movie|Sound|3D)\b/;
const COMMENT =
  /\/Subtype\s*\/(?:Text|FreeText|Popup|Highlight|Underline|StrikeOut|Squiggly|Caret|Ink|Stamp|FileAttachment)\b/;

/**
 * Reads a PDF that somebody has brought, for everybody to read: by its first bytes and its end, whatever its name says. What its
 * metadata say of people is made blank in its place, so that nothing else of the file moves.
 * @returns refused: `pdf_is_none`, `pdf_is_too_large` (20 MB), `pdf_is_broken`, `pdf_is_locked`, `pdf_is_active` (scripts, forms, other files),
 *   `pdf_has_comments` (they name who wrote them), `pdf_is_signed` (nothing of it may change), `pdf_keeps_its_metadata`
 */
export function readPdf(sent: Uint8Array): Outcome<Pdf> {
  if (sent.byteLength > MOST_PDF_BYTES) return refuse('pdf_is_too_large');
  const file = Buffer.from(sent);
  if (!/^%PDF-[12]\.\d/.test(file.subarray(0, 8).toString('latin1'))) return refuse('pdf_is_none');
  const tail = file.subarray(-TAIL).toString('latin1');
  if (!tail.includes('%%EOF')) return refuse('pdf_is_broken');
  try {
    const objects = listObjects(file);
    const heads = [...objects.values()].flat().map(({ head }) => head);
    const trailers = [...trailersOf(file), ...heads.filter((head) => /\/Type\s*\/XRef\b/.test(head))];
    if (trailers.some((one) => /\/Encrypt\b/.test(one))) return refuse('pdf_is_locked');
    if (heads.some((one) => /\/ByteRange\b/.test(one))) return refuse('pdf_is_signed');
    if (heads.some((one) => ACTIVE.test(one))) return refuse('pdf_is_active');
    if (heads.some((one) => COMMENT.test(one))) return refuse('pdf_has_comments');
    if (!blankMetadata(file, objects, trailers)) return refuse('pdf_keeps_its_metadata');
    const sha256 = createHash('sha256').update(file).digest('hex');
    const pages = countPages(objects, trailers);
    return accept({ bytes: new Uint8Array(file), mediaType: 'application/pdf', pages, sha256 });
  } catch {
    return refuse('pdf_is_broken');
  }
}

/** A file has one for each time that it was saved. */
const MOST_TRAILERS = 1_000;

const trailersOf = (file: Buffer): string[] => {
  const parts = file.toString('latin1').split(/\btrailer\b/, MOST_TRAILERS + 2);
  if (parts.length > MOST_TRAILERS + 1) throw new Error('saved more often than any report');
  return parts.slice(1).map((part) => part.split('startxref', 1)[0] ?? '');
};

/** The number of the object that a key leads to. */
const refOf = (said: string, key: string): number =>
  Number(new RegExp(`/${key}\\s+(\\d+)\\s+\\d+\\s+R\\b`).exec(said)?.[1] ?? Number.NaN);

function countPages(objects: PdfObjects, trailers: readonly string[]): number | null {
  const last = (number: number) => objects.get(number)?.at(-1)?.head ?? '';
  const roots = trailers.map((one) => refOf(one, 'Root')).filter((one) => !Number.isNaN(one));
  const root = roots.at(-1) ?? Number.NaN;
  const count = Number(/\/Count\s+(\d{1,6})/.exec(last(refOf(last(root), 'Pages')))?.[1] ?? 0);
  return count > 0 ? count : null;
}

/** Makes all metadata blank, of every state of the file. @returns whether all could be */
function blankMetadata(file: Buffer, objects: PdfObjects, trailers: readonly string[]): boolean {
  const infos = new Set(trailers.flatMap((one) => objects.get(refOf(one, 'Info')) ?? []));
  const packets = [...objects.values()].flat().filter(({ head }) => /\/Type\s*\/Metadata\b/.test(head));
  const packed = new Set<PackedObjects>();
  const blank = ({ at, within }: PdfObject, fill: typeof blankDictionary) => {
    fill(within?.bytes ?? file, at);
    if (within?.isPacked) packed.add(within);
  };
  for (const info of infos) {
    // A word may stand in an object of its own.
    const words = [...info.head.matchAll(/\/\w+\s+(\d+)\s+\d+\s+R\b/g)]
      .flatMap(([, number]) => objects.get(Number(number)) ?? [])
      .filter(({ head }) => /^\s*(?:\(|<(?!<))/.test(head));
    for (const one of words) blank(one, (bytes, [from, to]) => void bytes.fill(' ', from, to));
    blank(info, blankDictionary);
  }
  return (
    packets.every((one) => blankStream(file, one)) &&
    [...packed].every(({ at, bytes }) => packInto(file, at, bytes))
  );
}

function blankDictionary(bytes: Buffer, [from, to]: readonly [number, number]): void {
  const begins = bytes.indexOf('<<', from);
  const ends = bytes.subarray(from, to).lastIndexOf('>>') + from;
  if (begins >= from && ends > begins) bytes.fill(' ', begins + 2, ends);
}

function blankStream(file: Buffer, { stream, head }: PdfObject): boolean {
  if (!stream) return true;
  if (!/\/Filter\b/.test(head)) {
    file.fill(' ', ...stream);
    return true;
  }
  return /\/FlateDecode\b/.test(head) && packInto(file, stream, Buffer.from(' '));
}
