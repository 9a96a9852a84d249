import { z } from 'zod';
import type { Refusal } from '../refusal.ts';

/** What came with a request, before the schema. */
export interface Body {
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly uploads: ReadonlyMap<string, File>;
  /** As it came, of a route that takes it so. */
  readonly text?: string;
}

const EMPTY: Body = { values: new Map(), uploads: new Map() };

/** Collects a query string's fields. */
export function readQuery(url: URL): Body {
  const values = new Map<string, string[]>();
  for (const [name, value] of url.searchParams) values.set(name, [...(values.get(name) ?? []), value]);
  return { values, uploads: new Map() };
}

/** Whether no value holds a NUL or half a character, which no database takes. */
export function isReadable(body: Body): boolean {
  return [...body.values].every(([name, values]) =>
    [name, ...values].every((text) => !text.includes('\0') && text.isWellFormed()),
  );
}

/**
 * Reads a form's body.
 * @returns `too_large` when it has more bytes than allowed, `no_form` when it is something else or broke off
 */
export async function readBody(request: Request, maxBytes: number): Promise<Body | 'too_large' | 'no_form'> {
  const type = request.headers.get('content-type') ?? '';
  if (type === '' && !Number(request.headers.get('content-length'))) return EMPTY;
  if (!type.startsWith('application/x-www-form-urlencoded') && !type.startsWith('multipart/form-data'))
    return 'no_form';
  try {
    const bytes = await readAtMost(request, maxBytes);
    if (!bytes) return 'too_large';
    return collect(await new Response(bytes, { headers: { 'content-type': type } }).formData());
  } catch {
    return 'no_form';
  }
}

/** Reads a body as it came, for what carries a signature over its bytes. */
export async function readText(request: Request, maxBytes: number): Promise<Body | 'too_large' | 'no_form'> {
  try {
    const bytes = await readAtMost(request, maxBytes);
    return bytes ? { ...EMPTY, text: new TextDecoder().decode(bytes) } : 'too_large';
  } catch {
    return 'no_form';
  }
}

async function readAtMost(request: Request, maxBytes: number): Promise<Uint8Array<ArrayBuffer> | null> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return null;
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > maxBytes) return null;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function collect(form: FormData): Body {
  const values = new Map<string, string[]>();
  const uploads = new Map<string, File>();
  for (const [name, value] of form.entries()) {
    if (typeof value === 'string') values.set(name, [...(values.get(name) ?? []), value]);
    else if (value.size > 0) uploads.set(name, value);
  }
  return { values, uploads };
}

/**
 * A body with its fields as the schema names them. They were spelled `like_this` once: a page that was open before, a form
 * that was kept and a link that somebody has noted still say so.
 */
export function respelled(schema: z.ZodType | undefined, body: Body): Body {
  const names = schema ? namesIn(schema) : [];
  const named = (name: string) => {
    const today = name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
    return !names.includes(name) && names.includes(today) ? today : name;
  };
  return { ...body, values: new Map([...body.values].map(([name, values]) => [named(name), values])) };
}

function namesIn(schema: object): readonly string[] {
  if ('shape' in schema) return Object.keys(schema.shape as object);
  if (schema instanceof z.ZodIntersection)
    return [schema.def.left, schema.def.right].flatMap((part) => namesIn(part as object));
  return 'in' in schema ? namesIn(schema.in as object) : [];
}

/** A body after its schema, or one refusal for each field that doesn't fit: what is wrong with it first. */
export function checkBody(schema: z.ZodType, body: Body): { fields: unknown; refusals: Refusal[] } {
  const plain = Object.fromEntries(
    [...body.values].map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
  );
  const read = schema.safeParse(plain);
  if (read.success) return { fields: read.data, refusals: [] };
  const byField = Map.groupBy(read.error.issues.map(refusalOf), ({ field }) => field);
  return { fields: undefined, refusals: [...byField.values()].flatMap(([first]) => first ?? []) };
}

/** Our schemas name their refusals; what zod says by itself becomes one of three general ones. */
function refusalOf(issue: z.core.$ZodIssue): Refusal {
  const named = /^[a-z][a-z0-9_]*$/.test(issue.message);
  const params =
    issue.code === 'custom'
      ? issue.params
      : issue.code === 'too_big'
        ? { most: Number(issue.maximum) }
        : undefined;
  return {
    code: named ? issue.message : generalCode(issue.code),
    field: String(issue.path[0] ?? ''),
    ...(params && { params: params as Record<string, number> }),
  };
}

function generalCode(code: string): string {
  if (code === 'too_big') return 'text_is_too_long';
  if (code === 'too_small' || code === 'invalid_type') return 'fill_this_in';
  return 'value_does_not_fit';
}
