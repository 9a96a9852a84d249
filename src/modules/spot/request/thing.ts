import type { Thing } from '../../../platform/thing.ts';
import type { SpotEvent } from '../events.ts';
import { spotEvents } from '../events.ts';
import { spotPaths } from '../paths.ts';
import { assignedVolunteer, requester } from '../relations.ts';
import { findAssignment } from '../store/assignments.ts';
import { findRequest } from '../store/requests.ts';
import { FINAL_STATES, type RequestState } from '../transitions.ts';
import { spotMessages } from '../words.ts';

export const REQUEST = 'spot.request';

/** From the moment at which both have said yes until the request is closed. */
const TALKING: readonly RequestState[] = ['confirmed', 'in_progress', 'visited'];

const CHANGES_TALK = [
  'spot.assignment.confirmed',
  'spot.assignment.withdrawn',
  'spot.assignment.released',
  'spot.visit.missed',
  'spot.request.declined',
  'spot.request.redirected',
  'spot.request.cancelled',
  'spot.request.closed',
  'spot.request.lapsed',
] as const satisfies readonly SpotEvent[];

/** A support request, as what people have to do with together. */
export const requestThing: Thing = {
  kind: REQUEST,
  pathFor: (onlooker, id) =>
    onlooker === 'staff' ? spotPaths.deskRequest({ id }) : spotPaths.request({ id }),
  wordsIn(locale) {
    const t = spotMessages.in(locale);
    return {
      withStaff: t('talk_about_request'),
      together: t('talk_about_visit'),
      back: t('back_to_request'),
      lead: t('write_about_request'),
      notYet: t('talk_not_yet'),
    };
  },
  async whoTalks(db, id) {
    const request = await findRequest(db, id);
    if (!request) return { together: [], withStaff: null };
    const { requesterId, state } = request;
    const assignment = TALKING.includes(state) ? await findAssignment(db, id) : null;
    return {
      together: assignment ? [requesterId, assignment.volunteerId] : [],
      withStaff: FINAL_STATES.includes(state) ? null : requesterId,
    };
  },
  doors: [
    {
      path: spotPaths.requestConversation.pattern,
      as: 'party',
      access: [requester, assignedVolunteer, 'coordinator'],
      begins: [requester],
      audit: null,
    },
  ],
  whenTalkChanges: (settles) =>
    CHANGES_TALK.map((event) => spotEvents.hear({ event, ...settles('requestId') })),
};
