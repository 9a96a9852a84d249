import { createHash } from 'node:crypto';

/** Somewhere in the chain of entries: the hash covers everything up to there. */
export interface Head {
  readonly position: number;
  readonly hash: Buffer;
}

/** An entry as the chain sees it. */
export interface Link extends Head {
  /** What its hash covers beside the hash before it (`entry_hash` in db/migrations/0020). */
  readonly content: string;
}

/** What a check can find. */
export type FaultKind =
  | 'entry_missing'
  | 'entry_changed'
  | 'entry_outside'
  | 'head_does_not_fit'
  | 'seal_forged'
  | 'seal_does_not_fit'
  | 'anchor_does_not_fit';

export interface Fault {
  readonly kind: FaultKind;
  readonly position: number;
}

const sha256 = (...parts: readonly (string | Buffer)[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** Before the first entry. */
export const BEGINNING: Head = { position: 0, hash: sha256('otonari') };

/**
 * Follows the chain from a head over the entries after it. The hashes are computed here: a function in the database would
 * say what its owner wants.
 * @returns the head after the last entry, and the first fault; behind a fault it goes on from what is stored
 */
export function follow(from: Head, links: readonly Link[]): { head: Head; fault: Fault | null } {
  let head = from;
  let fault: Fault | null = null;
  for (const { position, hash, content } of links) {
    if (position !== head.position + 1) fault ??= { kind: 'entry_missing', position: head.position + 1 };
    else if (!sha256(head.hash, content).equals(hash)) fault ??= { kind: 'entry_changed', position };
    head = { position, hash };
  }
  return { head, fault };
}
