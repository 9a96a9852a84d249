import type { Tx } from '../../../platform/database/connect.ts';
import { TIME_ZONE } from '../../../platform/languages/formats.tsx';
import { done, type Step, step } from '../../../platform/parts/demonstration.ts';
import { giveFeedback, reportVisit } from '../close/say-how-it-was.ts';
import { checkIn, checkOut, recordNoShow } from '../meet/check-in.ts';
import type { RequestState } from '../transitions.ts';
import { closeTalk } from './conversation.ts';
import { later, on, type RequestToBe, type Story } from './plan.ts';

const GOES_TO_THE_VISIT: readonly RequestState[] = ['in_progress', 'visited', 'closed', 'no_show'];
const WAITED_MINUTES = 25;

/** The visit and what both say of it; or the resident was not there. A closed request has both said. */
export function visitSteps(request: RequestToBe, story: Story): Step[] {
  const { state, times, words } = request;
  if (!GOES_TO_THE_VISIT.includes(state)) return [];
  if (state === 'no_show') return [missIt(request, story)];
  // Who tells it late says when it was: here the very moment.
  const act = (at: Temporal.Instant) => ({
    ...on(story, 'assigned_volunteer', story.volunteerId, at),
    at: at.toZonedDateTimeISO(TIME_ZONE).toPlainTime(),
  });
  const begin = step(times.begun, (tx) => checkIn(tx, act(times.begun)), 'a check-in');
  if (state === 'in_progress') return [begin];
  const end = step(times.ended, (tx) => checkOut(tx, act(times.ended)), 'a check-out');
  const isClosed = state === 'closed';
  return [
    begin,
    end,
    ...(isClosed || words.report ? [report(request, story)] : []),
    ...(isClosed || words.thanks || words.unsafe ? [feedback(request, story)] : []),
  ];
}

function report({ times, words, form }: RequestToBe, story: Story): Step {
  const at = times.reported;
  const said = {
    doneWords: words.report ?? '一緒に窓口へ行き、手続きが終わりました。',
    spentMinutes: form.durationMinutes,
    learnedWords: words.learned ?? null,
  };
  const act = (tx: Tx) =>
    reportVisit(tx, { ...on(story, 'assigned_volunteer', story.volunteerId, at), report: said });
  return step(at, act, 'a report');
}

function feedback(request: RequestToBe, story: Story): Step {
  const { times, words, state, solution = 'solved' } = request;
  const at = times.thanked;
  const said = {
    solution,
    thanksWords: words.thanks ?? null,
    isUnsafe: words.unsafe !== undefined,
    unsafeWords: words.unsafe ?? null,
  };
  return {
    at,
    async run(tx) {
      const act = on(story, 'requester', request.requesterId, at);
      done(await giveFeedback(tx, { ...act, feedback: said }), 'feedback');
      if (state === 'closed') await closeTalk(tx, story, { kinds: ['asking', 'visit'], now: at });
    },
  };
}

function missIt({ times, words }: RequestToBe, story: Story): Step {
  const at = later(times.possible[0] ?? times.begun, WAITED_MINUTES);
  return {
    at,
    async run(tx) {
      const act = on(story, 'assigned_volunteer', story.volunteerId, at);
      const missed = { ...act, absent: 'requester' as const, reason: words.reason ?? '' };
      done(await recordNoShow(tx, missed), 'a visit that did not happen');
      await closeTalk(tx, story, { kinds: ['visit'], now: at });
    },
  };
}
