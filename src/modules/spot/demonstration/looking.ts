import type { Tx } from '../../../platform/database/connect.ts';
import { type Step, step } from '../../../platform/parts/demonstration.ts';
import type { Outcome } from '../../../platform/refusal.ts';
import { correctRequest } from '../ask/correct/correct-request.ts';
import {
  answerBack,
  askBack,
  declineRequest,
  openRequest,
  redirectRequest,
} from '../ask/let-through/let-through.ts';
import { setJapaneseRendering } from '../ask/let-through/set-japanese-rendering.ts';
import { say } from './conversation.ts';
import { later, on, type RequestToBe, type Story } from './plan.ts';

/** A coordinator looks at it: renders it in Japanese, asks back, puts it right, opens it or says where else to go. */
export function lookSteps(request: RequestToBe, story: Story): Step[] {
  if (request.state === 'submitted') return [];
  const { coordinatorId, words, times, correction } = request;
  const staff = (minutes: number) => on(story, 'coordinator', coordinatorId, later(times.looked, minutes));
  const { japanese } = words;
  const steps: Step[] = [];
  if (japanese) {
    steps.push(step(times.looked, (tx) => setJapaneseRendering(tx, { ...staff(0), words: japanese })));
  }
  steps.push(...askSteps(request, story));
  if (correction) {
    steps.push(step(later(times.looked, 10), (tx) => correctRequest(tx, { ...staff(10), ...correction })));
  }
  if (request.state === 'asked_back') return steps;
  return [...steps, step(later(times.looked, 12), (tx) => decide(tx, request, story))];
}

async function decide(tx: Tx, request: RequestToBe, story: Story): Promise<Outcome<unknown>> {
  const act = on(story, 'coordinator', request.coordinatorId, later(request.times.looked, 12));
  const words = request.words.outcome ?? '';
  if (request.state === 'declined') return declineRequest(tx, { ...act, words });
  if (request.state === 'redirected') {
    return redirectRequest(tx, { ...act, words, target: request.redirectTo ?? 'consultation' });
  }
  return openRequest(tx, act);
}

function askSteps(request: RequestToBe, story: Story): Step[] {
  const { coordinatorId, requesterId, words, times, form } = request;
  const { question, answer } = words;
  if (!question) return [];
  const [askedAt, answeredAt] = [later(times.looked, 3), later(times.looked, 8)];
  const asking = { kind: 'asking', participantIds: [requesterId] } as const;
  const steps = [
    step(askedAt, (tx) => askBack(tx, on(story, 'coordinator', coordinatorId, askedAt))),
    say({ ...asking, at: askedAt, by: coordinatorId, words: question, locale: 'ja' }, story),
  ];
  if (!answer) return steps;
  return [
    ...steps,
    say({ ...asking, at: answeredAt, by: requesterId, words: answer, locale: form.ownWordsLocale }, story),
    step(answeredAt, (tx) => answerBack(tx, on(story, 'requester', requesterId, answeredAt))),
  ];
}
