import { expect, test } from 'vitest';
import { requestLife } from '../transitions.ts';
import { coordinators, KINDS, requester, spotNews, volunteer } from './kinds.ts';

const PARTIES = new Map<unknown, string>([
  [requester, 'requester'],
  [volunteer, 'assigned_volunteer'],
  [coordinators, 'coordinator'],
]);

const toldOf = (event: string) =>
  Object.values(KINDS).flatMap((kind) =>
    [kind.event].flat().some((one) => one === event) ? [PARTIES.get(kind.whom)] : [],
  );

test.each(Object.values(requestLife.acts).map(({ event, tells }) => [event, tells] as const))(
  '%s is told to %j, as the transition table says',
  (event, tells) => {
    expect(toldOf(event)).toEqual(tells.filter((party) => party !== 'asked_volunteer'));
  },
);

test('volunteers who were asked hear by an event of their own', () => {
  expect(spotNews.filter(({ events }) => events.includes('spot.offer.closed'))).toMatchObject([
    { kind: 'offer_closed', whom: expect.any(Function) },
  ]);
  expect(KINDS.offer_closed.whom).toBe(volunteer);
});
