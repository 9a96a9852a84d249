import { defineDrafts } from '../../../kits/forms/index.ts';
import { pairsPaths } from '../paths.ts';
import type { Side } from '../types.ts';

const draftOf = (side: Side) =>
  defineDrafts({ kind: `pairs.${side}`, page: pairsPaths.applySummary({ side }) });

/** What each side has filled in and not sent yet. */
export const drafts = {
  resident: draftOf('resident'),
  volunteer: draftOf('volunteer'),
} as const satisfies Readonly<Record<Side, unknown>>;
