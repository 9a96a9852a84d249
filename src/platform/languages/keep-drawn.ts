import { h, isValidElement, type VNode } from 'preact';
import { asNode, Drawn, drawPart, useLocale } from './draw.ts';

/** Stands for the key of forms in a part that is kept. Random, so that nobody can type it. */
const HOLE = crypto.randomUUID();
/** What is kept in memory at the most, in bytes of what is drawn and letters of what it is known by: about 16 MB. */
const MOST = 8_000_000;

interface Kept {
  readonly drawn: Drawn;
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
  return (props) => {
    const content = `${number} ${useLocale()} ${JSON.stringify(props)}`;
    const known = kept.get(content);
    if (known) {
      known.isUsed = true;
      return asNode(known.drawn);
    }
    refuseOther(props);
    const drawn = drawnAnew(view, props);
    kept.set(content, { drawn, isUsed: false });
    length += lengthOf(content, drawn);
    makeRoom();
    return asNode(drawn);
  };
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
    if (one.isUsed) kept.set(content, { ...one, isUsed: false });
    else length -= lengthOf(content, one.drawn);
  }
}

function lengthOf(content: string, { pieces }: Drawn): number {
  return pieces.reduce((sum, piece) => sum + piece.length, content.length);
}

const NO_DATA = new Set(['function', 'symbol', 'bigint']);

function refuseOther(value: unknown): void {
  if (typeof value === 'object' && value !== null) {
    if (TIMES.some((kind) => value instanceof kind)) return;
    const isPlain = Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
    if (!isPlain || isValidElement(value)) refuse();
    Object.values(value).forEach(refuseOther);
  } else if (typeof value === 'number' ? !Number.isFinite(value) : NO_DATA.has(typeof value)) {
    refuse();
  }
}

function refuse(): never {
  throw new TypeError('a view whose drawing is kept takes data only');
}
