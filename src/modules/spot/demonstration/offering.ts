import type { Tx } from '../../../platform/database/connect.ts';
import { done, type Step, step } from '../../../platform/parts/demonstration.ts';
import { cancelRequest } from '../close/cancel-request.ts';
import { leaveUnfilled } from '../close/reopen-request.ts';
import { acceptOffer } from '../offer/accept-offer.ts';
import { askVolunteers } from '../offer/ask-volunteers.ts';
import { confirmAssignment } from '../offer/confirm-assignment.ts';
import { declineOffer } from '../offer/decline-offer.ts';
import { previewVolunteers } from '../offer/find-fitting.ts';
import type { RequestState } from '../transitions.ts';
import { closeTalk, openVisitThread, say } from './conversation.ts';
import { later, on, type RequestToBe, type Story } from './plan.ts';

const NEVER_OFFERED: readonly RequestState[] = ['submitted', 'asked_back', 'declined', 'redirected'];
const STAYS_OPEN: readonly RequestState[] = ['open', 'unfilled'];
/** How many are asked at once. */
const ASKED_AT_ONCE = 4;

/** Volunteers are asked; somebody cannot, somebody says yes, the resident agrees; or nobody does, or it is cancelled. */
export function offerSteps(request: RequestToBe, story: Story): Step[] {
  const { state, times } = request;
  if (NEVER_OFFERED.includes(state)) return [];
  if (request.isNotAskedYet) return [];
  const asking = [
    { at: times.asked, run: (tx: Tx) => ask(tx, request, story) },
    { at: times.declined, run: (tx: Tx) => declineOne(tx, request, story) },
  ];
  if (state === 'unfilled') return [...asking, giveUp(request, story)];
  if (STAYS_OPEN.includes(state)) return asking;
  if (state === 'cancelled' && !request.isCancelledAfterYes) return [...asking, cancel(request, story)];
  const taking = [...asking, { at: times.accepted, run: (tx: Tx) => takeOn(tx, request, story) }];
  if (request.stepsBack) return [...taking, ...stepBack(request, story)];
  if (state === 'accepted') return taking;
  return [...taking, ...agreeing(request, story)];
}

async function ask(tx: Tx, request: RequestToBe, story: Story): Promise<void> {
  const now = request.times.asked;
  const act = on(story, 'coordinator', request.coordinatorId, now);
  const volunteerIds = await chooseWanted(tx, request, story);
  const asked = done(
    await askVolunteers(tx, { ...act, volunteerIds }),
    `asking for ${request.form.ownWords}`,
  );
  story.askedIds = volunteerIds.length > 0 ? volunteerIds : asked.askedIds;
}

/** Those wanted who fit, filled up with the best; nobody when nobody is wanted, which leaves the choice to the ranking. */
async function chooseWanted(tx: Tx, request: RequestToBe, story: Story): Promise<readonly string[]> {
  const { volunteerIds = [], times } = request;
  if (volunteerIds.length === 0) return [];
  const { ranked } = await previewVolunteers(tx, story.requestId, times.asked);
  const fitting = ranked.map(({ volunteerId }) => volunteerId);
  const wanted = volunteerIds.filter((id) => fitting.includes(id));
  return [...new Set([...wanted, ...fitting])].slice(0, ASKED_AT_ONCE);
}

/** The last of those asked cannot, when there are several. */
async function declineOne(tx: Tx, { times }: RequestToBe, story: Story): Promise<void> {
  const last = story.askedIds.at(-1);
  if (!last || story.askedIds.length < 3) return;
  done(await declineOffer(tx, on(story, 'asked_volunteer', last, times.declined)), 'a no');
}

async function takeOn(tx: Tx, { times, form, correction }: RequestToBe, story: Story): Promise<void> {
  const { requestId } = story;
  const [first] = story.askedIds;
  if (!first) throw new Error('Nobody was asked.');
  const startsAt = form.possibleTimes[0] ?? times.accepted;
  const act = on(story, 'asked_volunteer', first, times.accepted);
  done(await acceptOffer(tx, { ...act, startsAt, corrections: correction ? 1 : 0 }), `a yes to ${requestId}`);
  story.volunteerId = first;
}

function agreeing(request: RequestToBe, story: Story): Step[] {
  const { requesterId, times, words, form } = request;
  const confirm = async (tx: Tx) => {
    const now = times.confirmed;
    done(await confirmAssignment(tx, on(story, 'requester', requesterId, now)), 'a confirmation');
    await openVisitThread(tx, story, { participantIds: [requesterId, story.volunteerId ?? ''], now });
  };
  const talk = (words.messages ?? []).map((message, turn): Step => {
    const at = later(times.confirmed, 35 * (turn + 1));
    const isResident = turn % 2 === 1;
    return {
      at,
      run: (tx) => {
        const participantIds = [requesterId, story.volunteerId ?? ''];
        const by = isResident ? requesterId : (story.volunteerId ?? '');
        const locale = isResident ? form.ownWordsLocale : 'ja';
        return say({ kind: 'visit', participantIds, by, words: message, locale, at }, story).run(tx);
      },
    };
  });
  const ending = request.state === 'cancelled' ? [cancel(request, story)] : [];
  return [{ at: times.confirmed, run: confirm }, ...talk, ...ending];
}

/** A volunteer who had said yes cannot after all; others are asked at once, and the request is open again. */
function stepBack({ times, stepsBack = '' }: RequestToBe, story: Story): Step[] {
  const back = async (tx: Tx) => {
    const act = on(story, 'assigned_volunteer', story.volunteerId, times.givenUp);
    done(await cancelRequest(tx, { ...act, reason: stepsBack }), 'a step back');
    story.volunteerId = null;
  };
  return [{ at: times.givenUp, run: back }];
}

function giveUp({ times }: RequestToBe, story: Story): Step {
  const at = times.givenUp;
  return step(at, (tx) => leaveUnfilled(tx, on(story, 'program', null, at)), 'giving up');
}

function cancel(request: RequestToBe, story: Story): Step {
  const at = request.times.givenUp;
  return {
    at,
    async run(tx) {
      const party = request.cancelledBy ?? 'requester';
      const personId = party === 'requester' ? request.requesterId : request.coordinatorId;
      const reason = request.words.reason ?? '';
      done(await cancelRequest(tx, { ...on(story, party, personId, at), reason }), 'a cancellation');
      await closeTalk(tx, story, { kinds: ['asking', 'visit'], now: at });
    },
  };
}
