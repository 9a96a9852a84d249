import type { Opening } from '../types.ts';

/** Who would like to take an opening away. */
export interface Remover {
  readonly personId: string;
  readonly isCoordinator: boolean;
}

/** What two have found right, only a coordinator takes away, or who wrote it; what nobody has checked, everybody who collects. */
export function mayRemove(
  { collectedBy, verifiedOn }: Pick<Opening, 'collectedBy' | 'verifiedOn'>,
  { personId, isCoordinator }: Remover,
): boolean {
  return isCoordinator || verifiedOn === null || collectedBy === personId;
}
