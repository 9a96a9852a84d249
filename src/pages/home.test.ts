import { expect, test } from 'vitest';
import { actorOf, testHouse } from '../../test/support/house.ts';
import { MODULES } from '../../test/support/joined.ts';
import { pairOfTwo } from '../../test/support/pair-of-two.ts';
import { makeNeighborhood, Story } from '../../test/support/spot.ts';
import { homeRoute } from './home.tsx';
import { pageMessages } from './pages.ts';

const house = await testHouse([{ name: 'pages', messages: pageMessages, routes: [homeRoute(MODULES)] }]);
const story = new Story(await makeNeighborhood(house.db, 1));

test('a visitor reads what this is and presses one of two acts before anything else', async () => {
  const { html } = await house.as(undefined).get('');
  const main = html.slice(html.indexOf('<main'));
  expect(main).toMatch(
    /^<main[^>]*><header class="hero".*?<h1>A neighbor comes along<\/h1>.*?>Ask for help<.*?>Become a volunteer</s,
  );
  expect(main).not.toContain('What is next');
});

test('what was never counted, or nothing of, is not said', async () => {
  const { text } = await house.as(undefined).get('');
  expect(text).not.toMatch(/found a volunteer in the last year|until somebody says yes/);
  expect(text).toMatch(/\d+ approved volunteers|approved volunteers \d+/);
});

test('whoever has something ahead of them finds it before what this is', async () => {
  await story.submitted();
  const { text } = await house.as(actorOf({ id: story.place.residentId }, ['resident'])).get('');
  expect(text).toMatch(/What is next.*A neighbor comes along/s);
});

test('what came of half-year pairs is said with of how many, and of fewer than five nothing', async () => {
  const read = async () => (await house.as(undefined).get('')).text;
  const complete = () => pairOfTwo(house, { state: 'completed', startedOn: '2026-02-04' });
  for (let count = 0; count < 4; count++) await complete();
  expect(await read()).not.toMatch(/whole half-year|of 4 pairs/);
  await complete();
  expect(await read()).toMatch(/100% of 5 pairs/);
  expect(await read()).toContain('stayed together for the whole half-year');
});
