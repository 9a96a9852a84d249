import type { Tx } from '../../platform/database/connect.ts';
import { defineEvents, type NameOf } from '../../platform/events/define.ts';

const ABOUT_ACCOUNT = ['personId'] as const;

/** What somebody is told of their own account, so that they notice when it was not them. */
export const signInEvents = defineEvents({
  'sign_in.device.first_used': ABOUT_ACCOUNT,
  'sign_in.passkey.added': ABOUT_ACCOUNT,
  'sign_in.passkey.removed': ABOUT_ACCOUNT,
  'sign_in.second_factor.set_up': ABOUT_ACCOUNT,
  'sign_in.second_factor.removed': ABOUT_ACCOUNT,
  'sign_in.recovery_code.used': ABOUT_ACCOUNT,
  'sign_in.recovery_codes.replaced': ABOUT_ACCOUNT,
});

/** Has somebody told, by mail and in their inbox; whoever listens to events finds the words. */
export async function notify(tx: Tx, type: NameOf<typeof signInEvents>, personId: string): Promise<void> {
  await signInEvents.publish(tx, { type, ids: { personId }, live: [`person:${personId}`] });
}
