import type { SupportRequest } from '../../types.ts';

/** Hidden in every form of the desk: which version of the request the coordinator decides on, and when it was shown. */
export function asSeen(request: SupportRequest, now: Temporal.Instant): Record<string, string> {
  return { version: String(request.version), seen: String(now.epochMilliseconds) };
}
