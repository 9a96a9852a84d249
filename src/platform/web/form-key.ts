import { randomUUID } from 'node:crypto';
import { type Database, sealOf } from '../database/connect.ts';
import { remembering } from '../remembering.ts';
import type { Seal } from '../sealed/seal.ts';

const KEY = /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?:\.([\w-]{22}))?$/;

/**
 * The key of all forms of a document: random, so that a press sent twice is known as one, and behind it a mark of whoever
 * the document is drawn for, so that in a browser of several people no form is carried out as somebody else's.
 * @param personId null for a visitor
 */
export function newFormKey(db: Database, personId: string | null): string {
  return `${randomUUID()}.${markOf(db, personId)}`;
}

/** The random part of a form's key; null for anything else. */
export function readFormKey(typed: string | undefined): string | null {
  return KEY.exec(typed ?? '')?.[1] ?? null;
}

/**
 * For whom a form was drawn, as its key says. `anybody`: for a visitor, or it does not say (a script's question, a page
 * from before an upgrade). That a form comes from our pages at all is proved elsewhere (`isFromOurPages`).
 */
export function drawnFor(
  db: Database,
  typed: string | undefined,
  personId: string | null,
): 'reader' | 'anybody' | 'somebody_else' {
  const mark = KEY.exec(typed ?? '')?.[2];
  if (!mark || mark === markOf(db, null)) return 'anybody';
  return mark === markOf(db, personId) ? 'reader' : 'somebody_else';
}

/** As many readers as are remembered. */
const MOST_READERS = 10_000;
const marks = new WeakMap<Seal, (of: string) => string>();

/** Tells whose a form is and nobody who they are: 132 bits of a keyed digest. Every page of somebody's asks for the same. */
function markOf(db: Database, personId: string | null): string {
  const seal = sealOf(db);
  const mark = marks.get(seal) ?? remembering(MOST_READERS, (of) => seal.digest(of).slice(0, 22));
  marks.set(seal, mark);
  return mark(JSON.stringify(['form of', personId]));
}
