import type { Database } from '../database/connect.ts';
import type { Words } from '../languages/messages.tsx';

/** What somebody is about to ask for. */
export interface AboutToAsk {
  /** The kinds of help among which they choose, as programs name them (`medical`), or the one that they chose. */
  readonly helpKinds: readonly string[];
  /** JIS code of where; null where nobody travels, or it is not known yet. */
  readonly municipalityCode: string | null;
}

/** A page on which they may find it at once. */
export interface MayAnswer {
  /** To which of the kinds. */
  readonly helpKind: string;
  /** Without the language. */
  readonly href: string;
  readonly title: Words;
}

/** What a module has to read before one asks somebody for help: few pages to each kind, the nearest first. */
export type BeforeAsking = (db: Database, about: AboutToAsk) => Promise<readonly MayAnswer[]>;

/** Whoever may have something to read. */
export interface HasBeforeAsking {
  readonly beforeAsking?: BeforeAsking;
}

/** What all modules have to read before one asks. */
export async function readBeforeAsking(
  modules: readonly HasBeforeAsking[],
  db: Database,
  about: AboutToAsk,
): Promise<readonly MayAnswer[]> {
  const found: MayAnswer[] = [];
  for (const { beforeAsking } of modules) if (beforeAsking) found.push(...(await beforeAsking(db, about)));
  return found;
}
