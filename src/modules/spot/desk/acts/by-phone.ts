import type { FormState } from '../../../../platform/web/form-state.ts';
import { post, type Route } from '../../../../platform/web/route.ts';
import { confirmAssignment, rejectAssignment } from '../../commands/offer/confirm-assignment.ts';
import { type DeskCall, deskPageAgain } from '../request/page.tsx';
import type { DeskServices } from '../services.ts';
import { act, Versioned } from './act.ts';

/** What whoever has no address answered on the telephone about the volunteer. */
export function byPhoneRoutes(services: DeskServices): readonly Route[] {
  const again = (call: DeskCall, form: FormState) => deskPageAgain(call, form, services);
  return [
    post({
      path: '/desk/requests/:id/yes-by-phone',
      access: ['coordinator'],
      audit: 'spot.assignment.confirmed',
      form: Versioned,
      handle: (call) => act(call, (on) => confirmAssignment(call.db, on), 'was_confirmed_for'),
      again,
    }),
    post({
      path: '/desk/requests/:id/no-by-phone',
      access: ['coordinator'],
      audit: 'spot.assignment.rejected',
      form: Versioned,
      handle: (call) => act(call, (on) => rejectAssignment(call.db, on), 'was_confirmed_for'),
      again,
    }),
  ];
}
