import { h, isValidElement, type VNode } from 'preact';
import { asNode, Drawn, drawPart, useLocale } from './draw.ts';
import type { Locale } from './locales.ts';

/** Stands for the key of forms in a part that is kept. Random, so that nobody can type it. */
const HOLE = crypto.randomUUID();
/** What is kept in memory at the most, in bytes of what is drawn and letters of what it is known by: about 24 MB. */
const MOST = 8_000_000;

interface Kept {
  readonly drawn: Drawn;
  /** What it shows; null since it had to make room. */
  props: object | null;
  /** What its view drew behind it when it was shown last. */
  next: Kept | null;
  /** Whether it was shown again since there was need of room: then it stays once more. */
  isUsed: boolean;
}

const kept = new Map<string, Kept>();
let length = 0;
let views = 0;
let parts = 0;

/** Whatever JSON tells from any other. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [name: string]: Plain };

/** Days and times, which JSON says in full. */
const TIMES = [Temporal.Instant, Temporal.PlainDate, Temporal.PlainTime] as const;
type Time = InstanceType<(typeof TIMES)[number]>;

/** Data that JSON tells from any other. What types can't say is refused when it is drawn. */
export type Data<Value> = [Value] extends [Plain]
  ? Value
  : Value extends string | number | boolean | null | undefined | Time
    ? Value
    : Value extends symbol | bigint | ((...given: never[]) => unknown)
      ? never
      : [keyof Value] extends [never]
        ? never
        : { [Name in keyof Value]: Data<Value[Name]> };

/**
 * A view that is drawn once for the same content in the same language, such as a card of a list, and then taken from
 * memory until others push it out. What is the same is told by the whole content, never by whose it is or by a version,
 * so that nothing is shown that was not read from the database for this reader, and nothing old.
 * @param view shows its props and nothing else; they are data only: text, numbers, lists and records of them
 * @throws for anything else, where the compiler could not see it
 */
export function keepDrawn<Props extends object>(
  view: ((props: Props) => VNode) &
    ([Props] extends [{ [Name in keyof Props]: Data<Props[Name]> }] ? unknown : never),
): (props: Props) => VNode {
  views += 1;
  const number = views;
  const last = new Map<Locale, Kept>();
  return (props) => {
    const locale = useLocale();
    const before = last.get(locale);
    // A list that is looked at again has the same rows in the same order: to see that takes less time than to write them.
    const expected = before?.next;
    const isAsExpected = expected && isSame(expected.props, props);
    const one = isAsExpected ? expected : find(`${number} ${locale}`, view, props);
    if (isAsExpected) one.isUsed = true;
    if (before) before.next = one;
    last.set(locale, one);
    return asNode(one.drawn);
  };
}

function find<Props extends object>(place: string, view: (props: Props) => VNode, props: Props): Kept {
  const content = `${place} ${JSON.stringify(props)}`;
  const known = kept.get(content);
  if (known) {
    known.isUsed = true;
    return known;
  }
  settle(props);
  const one: Kept = { drawn: drawnAnew(view, props), props, next: null, isUsed: false };
  kept.set(content, one);
  length += lengthOf(content, one.drawn);
  makeRoom();
  return one;
}

function drawnAnew<Props extends object>(view: (props: Props) => VNode, props: Props): Drawn {
  parts += 1;
  const html = drawPart(h(view, props), { formKey: HOLE, idPrefix: `part-${parts}` });
  return new Drawn(html.split(HOLE));
}

/** The oldest go first, except what was used since it was last looked at. */
function makeRoom(): void {
  for (const [content, one] of kept) {
    if (length <= MOST) return;
    kept.delete(content);
    if (one.isUsed) kept.set(content, one);
    else {
      length -= lengthOf(content, one.drawn);
      one.props = null;
      one.next = null;
    }
    one.isUsed = false;
  }
}

function lengthOf(content: string, { pieces }: Drawn): number {
  return pieces.reduce((sum, piece) => sum + piece.length, content.length);
}

const NO_DATA = new Set(['function', 'symbol', 'bigint']);

/** Refuses what is no data, and lets nobody change what is compared with later. */
function settle(value: unknown): void {
  if (typeof value === 'object' && value !== null) {
    if (isTime(value)) return;
    const isPlain = Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
    if (!isPlain || isValidElement(value)) refuse();
    Object.values(Object.freeze(value)).forEach(settle);
  } else if (typeof value === 'number' ? !Number.isFinite(value) : NO_DATA.has(typeof value)) {
    refuse();
  }
}

const isTime = (value: object): value is Time => TIMES.some((kind) => value instanceof kind);

type Fields = Readonly<Record<string, unknown>>;

/** Whether data says the same as settled data. Where it says no of some that does, JSON tells. */
function isSame(settled: unknown, other: unknown): boolean {
  if (settled === other) return true;
  if (typeof settled !== 'object' || typeof other !== 'object' || !settled || !other) return false;
  const kind = Object.getPrototypeOf(settled);
  if (kind !== Object.getPrototypeOf(other)) return false;
  // Most are records and lists: nobody else is asked whether they are times, and lists are read by their places.
  if (kind === Object.prototype) return saysTheSame(settled as Fields, other as Fields);
  if (kind === Array.prototype) return listsTheSame(settled as unknown[], other as unknown[]);
  return isTime(settled) && settled.toString() === other.toString();
}

function listsTheSame(settled: readonly unknown[], other: readonly unknown[]): boolean {
  if (settled.length !== other.length) return false;
  for (let place = 0; place < settled.length; place++)
    if (!isSame(settled[place], other[place])) return false;
  return true;
}

function saysTheSame(settled: Fields, other: Fields): boolean {
  let names = 0;
  for (const name in settled) {
    const value = settled[name];
    if (value === undefined ? !Object.hasOwn(other, name) : !isSame(value, other[name])) return false;
    names++;
  }
  for (const _ in other) names--;
  return names === 0;
}

function refuse(): never {
  throw new TypeError('a view whose drawing is kept takes data only');
}
