import type { Offer, SupportRequest } from '../../types.ts';

/**
 * Whether somebody reads and writes what coordinators tell each other about a request: nobody who is or was to be one of
 * the two, coordinator or not.
 */
export function mayNote(
  personId: string | null,
  { request, offers }: { readonly request: SupportRequest; readonly offers: readonly Offer[] },
): boolean {
  return personId !== request.requesterId && !offers.some(({ volunteerId }) => volunteerId === personId);
}
