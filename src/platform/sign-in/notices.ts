import type { Tx } from '../database/connect.ts';
import { publish } from '../jobs/publish.ts';

/** What somebody is told of their own account, so that they notice when it was not them. */
type Notice =
  | 'sign_in.device.first_used'
  | 'sign_in.passkey.added'
  | 'sign_in.passkey.removed'
  | 'sign_in.second_factor.set_up'
  | 'sign_in.second_factor.removed'
  | 'sign_in.recovery_code.used'
  | 'sign_in.recovery_codes.replaced';

/** Has somebody told, by mail and in their inbox; whoever listens to events finds the words. */
export async function notify(tx: Tx, type: Notice, personId: string): Promise<void> {
  await publish(tx, { type, ids: { personId }, live: [`person:${personId}`] });
}
