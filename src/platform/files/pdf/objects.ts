import { deflateSync, inflateSync } from 'node:zlib';

/** An object of a PDF, as it stands in the file or in a packed stream of objects. */
export interface PdfObject {
  /** What it says before its stream, names spelled out. */
  readonly head: string;
  /** Where it begins and ends: in the file, or in the unpacked stream of objects that it lies in. */
  readonly at: readonly [from: number, to: number];
  /** Where its own stream’s bytes lie in the file. */
  readonly stream: readonly [from: number, to: number] | null;
  /** The packed stream that it lies in; null where it stands in the file itself. */
  readonly within: PackedObjects | null;
}

/** A stream of objects, unpacked. */
export interface PackedObjects {
  readonly at: readonly [from: number, to: number];
  /** The file’s own where it is not packed at all. */
  readonly bytes: Buffer;
  readonly isPacked: boolean;
}

/** Packed objects of a report are some hundred kilobytes: a file that unpacks to more was made to fill a memory. */
const MOST_UNPACKED = 32_000_000;
/** A report of a hundred pages has some thousand objects. */
const MOST_OBJECTS = 300_000;
/** How often a file may be gone through: its objects lie beside each other, and those of a file made to keep us busy within each other. */
const MOST_TIMES_READ = 4;

export type PdfObjects = ReadonlyMap<number, readonly PdfObject[]>;

/**
 * Lists the objects of a file by number; of those that were written anew the last one counts, the ones before still lie there.
 * It reads enough to count pages and to find what must not be in a file; it draws nothing. Whatever is sent, the work is bounded by
 * its length.
 * @throws where a packed stream does not unpack, an object does not end, or there are too many, or too many within each other
 */
export function listObjects(file: Buffer): PdfObjects {
  const objects = new Map<number, PdfObject[]>();
  let count = 0;
  const add = (number: number, one: PdfObject) => {
    if (++count > MOST_OBJECTS) throw new Error('more objects than a report has');
    const known = objects.get(number);
    if (known) known.push(one);
    else objects.set(number, [one]);
  };
  let room = MOST_UNPACKED;
  const text = file.toString('latin1');
  let left = MOST_TIMES_READ * text.length;
  for (const found of text.matchAll(/(?<![\d.])(\d{1,9})\s+\d{1,5}\s+obj\b/g)) {
    const from = found.index + found[0].length;
    const to = text.indexOf('endobj', from);
    left -= to - from;
    if (to < 0 || left < 0) throw new Error('an object does not end, or too many lie within each other');
    const one = readObject(text, from, to);
    add(Number(found[1]), one);
    if (!/\/ObjStm\b/.test(one.head) || !one.stream) continue;
    const bytes = unpack(file.subarray(...one.stream), one.head, room);
    room -= bytes.length;
    const within = { at: one.stream, bytes, isPacked: isPacked(one.head) };
    for (const [number, packed] of objectsIn(within, one.head)) add(number, packed);
  }
  return objects;
}

function readObject(text: string, from: number, to: number): PdfObject {
  const stream = /\bstream\r?\n/.exec(text.slice(from, to));
  if (!stream) return { head: spelledOut(text.slice(from, to)), at: [from, to], stream: null, within: null };
  const until = from + stream.index;
  const begins = until + stream[0].length;
  const head = spelledOut(text.slice(from, until));
  const said = Number(/\/Length\s+(\d+)\b(?!\s+\d+\s+R)/.exec(head)?.[1] ?? Number.NaN);
  const ends = begins + (Number.isNaN(said) ? text.slice(begins, to).indexOf('endstream') : said);
  if (ends < begins || ends > text.length) throw new Error('a stream does not end');
  return { head, at: [from, until], stream: [begins, ends], within: null };
}

/** `/J#61vaScript` is `/JavaScript`. */
const spelledOut = (text: string) =>
  text.replaceAll(/#([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

const isPacked = (head: string) => /\/Filter\b/.test(head);

function unpack(bytes: Buffer, head: string, room: number): Buffer {
  if (!isPacked(head)) return bytes;
  if (!/\/Filter\s*\[?\s*\/FlateDecode\s*\]?\s*(?:\/|>)/.test(head) || /\/Predictor\b/.test(head))
    throw new Error('packed in a way that nobody packs objects in');
  return inflateSync(bytes, { maxOutputLength: Math.max(room, 1) });
}

function objectsIn(within: PackedObjects, head: string): (readonly [number, PdfObject])[] {
  const first = Number(/\/First\s+(\d+)/.exec(head)?.[1] ?? 0);
  const text = within.bytes.toString('latin1');
  const places = text.slice(0, first).trim().split(/\s+/).map(Number);
  const numbers = places.filter((_, at) => at % 2 === 0);
  const starts = places.filter((_, at) => at % 2 === 1).map((start) => first + start);
  if (starts.some((start, at) => start < (starts[at - 1] ?? 0)))
    throw new Error('objects are packed in order');
  return numbers.map((number, at) => {
    const range = [starts[at] ?? first, starts[at + 1] ?? text.length] as const;
    return [number, { head: spelledOut(text.slice(...range)), at: range, stream: null, within }];
  });
}

/** Packs a stream anew into the room that it had. @returns whether it fits */
export function packInto(file: Buffer, [from, to]: readonly [number, number], bytes: Buffer): boolean {
  const packed = deflateSync(bytes, { level: 9 });
  if (packed.length > to - from) return false;
  // What follows the end of packed bytes is read by nobody.
  file.fill(0, from, to);
  packed.copy(file, from);
  return true;
}
