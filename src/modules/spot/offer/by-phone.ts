import { post, type Route } from '../../../platform/web/route.ts';
import { act, Versioned } from '../desk/acts/act.ts';
import { deskPageAgain } from '../desk/request/page.tsx';
import { confirmAssignment, rejectAssignment } from './confirm-assignment.ts';

/** What whoever has no address answered on the telephone about the volunteer. */
export const byPhoneRoutes: readonly Route[] = [
  post({
    path: '/desk/requests/:id/yes-by-phone',
    access: ['coordinator'],
    audit: 'spot.assignment.confirmed',
    form: Versioned,
    handle: (call) => act(call, (on) => confirmAssignment(call.db, on), 'was_confirmed_for'),
    again: deskPageAgain,
  }),
  post({
    path: '/desk/requests/:id/no-by-phone',
    access: ['coordinator'],
    audit: 'spot.assignment.rejected',
    form: Versioned,
    handle: (call) => act(call, (on) => rejectAssignment(call.db, on), 'was_confirmed_for'),
    again: deskPageAgain,
  }),
];
