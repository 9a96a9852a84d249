import { z } from 'zod';
import { choice, requiredText } from '../../../platform/web/form-fields.ts';
import { post, type Route } from '../../../platform/web/route.ts';
import { closeRequest } from '../close/close-request.ts';
import { act, Versioned, versioned } from '../desk/acts/act.ts';
import { deskPageAgain } from '../desk/request/page.tsx';
import { optionalTime } from '../form-fields.ts';
import { releaseVolunteer } from '../offer/step-back.ts';
import { MOST } from '../types.ts';
import { checkIn, checkOut, recordNoShow } from './check-in.ts';

const SIDES = ['requester', 'volunteer'] as const;

/** What a coordinator does about the volunteer who said yes and their visit, when the two tell by telephone. */
export const visitActRoutes: readonly Route[] = [
  post({
    path: '/desk/requests/:id/release',
    access: ['coordinator'],
    audit: 'spot.assignment.released',
    form: z.object({ ...versioned, releaseWords: requiredText(MOST.reason, 'say_why') }),
    handle(call) {
      const reason = call.fields.releaseWords;
      return act(call, (on) => releaseVolunteer(call.db, { ...on, reason }), 'was_released');
    },
    again: deskPageAgain,
  }),
  post({
    path: '/desk/requests/:id/check-in',
    access: ['coordinator'],
    audit: 'spot.visit.begun',
    form: z.object({ ...versioned, metAt: optionalTime }),
    handle(call) {
      const at = call.fields.metAt;
      return act(call, (on) => checkIn(call.db, { ...on, at }), 'was_checked_in');
    },
    again: deskPageAgain,
  }),
  post({
    path: '/desk/requests/:id/check-out',
    access: ['coordinator'],
    audit: 'spot.visit.ended',
    form: z.object({ ...versioned, endedAt: optionalTime }),
    handle(call) {
      const at = call.fields.endedAt;
      return act(call, (on) => checkOut(call.db, { ...on, at }), 'was_checked_out');
    },
    again: deskPageAgain,
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
    handle(call) {
      const { absent, absenceWords: reason } = call.fields;
      return act(call, (on) => recordNoShow(call.db, { ...on, absent, reason }), 'absence_was_recorded');
    },
    again: deskPageAgain,
  }),
  post({
    path: '/desk/requests/:id/closing',
    access: ['coordinator'],
    audit: 'spot.request.closed',
    form: Versioned,
    handle: (call) => act(call, (on) => closeRequest(call.db, on), 'was_closed'),
    again: deskPageAgain,
  }),
];
