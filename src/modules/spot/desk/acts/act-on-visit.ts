import { z } from 'zod';
import { choice, requiredText } from '../../../../platform/web/form-fields.ts';
import type { FormState } from '../../../../platform/web/form-state.ts';
import { post, type Route } from '../../../../platform/web/route.ts';
import { releaseVolunteer } from '../../commands/offer/step-back.ts';
import { checkIn, checkOut, recordNoShow } from '../../commands/visit/check-in.ts';
import { closeRequest } from '../../commands/visit/close-request.ts';
import { optionalTime } from '../../form-fields.ts';
import { MOST } from '../../types.ts';
import { type DeskVisit, deskPageAgain } from '../request/page.tsx';
import type { DeskServices } from '../services.ts';
import { act, Versioned, versioned } from './act.ts';

const SIDES = ['requester', 'volunteer'] as const;

/** What a coordinator does about the volunteer who said yes and their visit, when the two tell by telephone. */
export function visitActRoutes(services: DeskServices): readonly Route[] {
  const again = (visit: DeskVisit, form: FormState) => deskPageAgain(visit, form, services);
  return [
    post({
      path: '/desk/requests/:id/release',
      access: ['coordinator'],
      audit: 'spot.assignment.released',
      form: z.object({ ...versioned, releaseWords: requiredText(MOST.reason, 'say_why') }),
      handle(visit) {
        const reason = visit.fields.releaseWords;
        return act(visit, (on) => releaseVolunteer(visit.db, { ...on, reason }), 'was_released');
      },
      again,
    }),
    post({
      path: '/desk/requests/:id/check-in',
      access: ['coordinator'],
      audit: 'spot.visit.begun',
      form: z.object({ ...versioned, metAt: optionalTime }),
      handle(visit) {
        const at = visit.fields.metAt;
        return act(visit, (on) => checkIn(visit.db, { ...on, at }), 'was_checked_in');
      },
      again,
    }),
    post({
      path: '/desk/requests/:id/check-out',
      access: ['coordinator'],
      audit: 'spot.visit.ended',
      form: z.object({ ...versioned, endedAt: optionalTime }),
      handle(visit) {
        const at = visit.fields.endedAt;
        return act(visit, (on) => checkOut(visit.db, { ...on, at }), 'was_checked_out');
      },
      again,
    }),
    post({
      path: '/desk/requests/:id/absence',
      access: ['coordinator'],
      audit: 'spot.visit.missed',
      form: z.object({
        ...versioned,
        absent: choice(SIDES),
        absenceWords: requiredText(MOST.reason, 'say_why'),
      }),
      handle(visit) {
        const { absent, absenceWords: reason } = visit.fields;
        return act(visit, (on) => recordNoShow(visit.db, { ...on, absent, reason }), 'absence_was_recorded');
      },
      again,
    }),
    post({
      path: '/desk/requests/:id/closing',
      access: ['coordinator'],
      audit: 'spot.request.closed',
      form: Versioned,
      handle: (visit) => act(visit, (on) => closeRequest(visit.db, on), 'was_closed'),
      again,
    }),
  ];
}
