import type { Database } from '../../database/connect.ts';
import { BEGINNING, type Fault, type FaultKind, follow, type Head } from './follow.ts';
import type { Marks, Seal } from './marks.ts';
import { findHashes, findNewestSeal, isFollowedByOutside, listLinks, listSeals, readEnd } from './store.ts';

const ENTRIES_AT_ONCE = 2_000;
/** Two hundred thousand entries a run, some seconds: a job may not take longer. */
const MOST_BATCHES = 100;

export interface Checked {
  /** Up to where the entries hold, but for the faults. */
  readonly head: Head;
  readonly faults: readonly Fault[];
  /** Whether the end of the chain was reached; else the next run goes on. */
  readonly isAtEnd: boolean;
}

/** Checks the newest seal and the entries after it. */
export async function checkNew(db: Database, marks: Marks): Promise<Checked> {
  const sealed = await findNewestSeal(db, marks.keyName);
  const faults: Fault[] = [];
  if (sealed) faults.push(...(await checkSeals(db, [sealed], marks)));
  const walked = await walk(db, sealed ?? BEGINNING, MOST_BATCHES);
  return { ...walked, faults: [...faults, ...walked.faults] };
}

/** Checks a stretch of the whole chain with its seals. */
export async function checkStretch(
  db: Database,
  marks: Marks,
  from: Head,
  batches = MOST_BATCHES,
): Promise<Checked> {
  const walked = await walk(db, from, batches);
  // What stands beyond the end was cut off: its seals are there still.
  const upTo = walked.isAtEnd ? Number.MAX_SAFE_INTEGER : walked.head.position;
  const seals = await listSeals(db, from.position, upTo);
  return { ...walked, faults: [...walked.faults, ...(await checkSeals(db, seals, marks))] };
}

async function walk(db: Database, from: Head, batches: number): Promise<Checked> {
  const end = await readEnd(db);
  const faults: Fault[] = [];
  let head = from;
  for (let batch = 0; batch < batches && head.position < end.position; batch++) {
    const { links, outside } = await listLinks(db, {
      after: head.position,
      upTo: end.position,
      most: ENTRIES_AT_ONCE,
    });
    if (links.length === 0) break;
    const followed = follow(head, links);
    if (followed.fault) faults.push(followed.fault);
    if (outside > 0) faults.push({ kind: 'entry_outside', position: head.position + 1 });
    head = followed.head;
  }
  const isAtEnd = head.position >= end.position || (await isLast(db, head, end));
  if (isAtEnd && (head.position !== end.position || !head.hash.equals(end.hash)))
    faults.push({ kind: 'head_does_not_fit', position: end.position });
  if (isAtEnd && (await isFollowedByOutside(db, head)))
    faults.push({ kind: 'entry_outside', position: head.position + 1 });
  return { head, faults, isAtEnd };
}

async function isLast(db: Database, head: Head, end: Head): Promise<boolean> {
  const next = await listLinks(db, { after: head.position, upTo: end.position, most: 1 });
  return next.links.length === 0;
}

/** Each position that is sealed must have a mark of the present key, and its entry the hash of that time. */
async function checkSeals(db: Database, seals: readonly Seal[], marks: Marks): Promise<Fault[]> {
  const vouched = new Set(seals.filter((seal) => marks.holds(seal)).map(({ position }) => position));
  const forged = seals.filter(({ position }) => !vouched.has(position));
  return [...fault('seal_forged', forged), ...(await misfits(db, seals, 'seal_does_not_fit'))];
}

/**
 * Checks seals that were kept elsewhere. One of a former key is believed where the same head has a mark of the present one.
 */
export async function checkAnchors(db: Database, anchors: readonly Seal[], marks: Marks): Promise<Fault[]> {
  const former = anchors.filter((anchor) => !marks.holds(anchor));
  const last = former.at(-1)?.position ?? 0;
  const known = former.length > 0 ? await listSeals(db, 0, last) : [];
  const vouched = new Set(known.filter((seal) => marks.holds(seal)).map(nameOf));
  const forged = former.filter((anchor) => !vouched.has(nameOf(anchor)));
  return [...fault('anchor_does_not_fit', forged), ...(await misfits(db, anchors, 'anchor_does_not_fit'))];
}

const nameOf = ({ position, hash }: Head) => `${position} ${hash.toString('hex')}`;

/** The first of these heads that the entries no longer have. */
async function misfits(db: Database, heads: readonly Head[], kind: FaultKind): Promise<Fault[]> {
  const hashes = await findHashes(
    db,
    heads.map(({ position }) => position),
  );
  return fault(
    kind,
    heads.filter(({ position, hash }) => !hashes.get(position)?.equals(hash)),
  );
}

/** The first is enough to look into: what follows it is mostly the same. */
function fault(kind: FaultKind, heads: readonly Head[]): Fault[] {
  const [first] = heads;
  return first ? [{ kind, position: first.position }] : [];
}
