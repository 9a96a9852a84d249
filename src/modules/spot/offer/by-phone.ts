import type { FormState } from '../../../platform/web/form-state.ts';
import { post, type Route } from '../../../platform/web/route.ts';
import { act, Versioned } from '../desk/acts/act.ts';
import { type DeskCall, deskPageAgain } from '../desk/request/page.tsx';
import type { DeskServices } from '../desk/services.ts';
import { confirmAssignment, rejectAssignment } from './confirm-assignment.ts';

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
