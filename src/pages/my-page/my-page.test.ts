import { expect, test } from 'vitest';
import { actorOf, testHouse } from '../../../test/support/house.ts';
import { MODULES } from '../../../test/support/joined.ts';
import { accepted, askInWords, makeNeighborhood, Story } from '../../../test/support/spot.ts';
import { makeApplicant } from '../../../test/support/volunteers.ts';
import { askToLeave } from '../../modules/people/leaving/commands.ts';
import { signInNavigation } from '../../modules/sign-in/module.ts';
import { askBack } from '../../modules/spot/index.ts';
import type { Role } from '../../platform/permissions.ts';
import { pageMessages } from '../pages.ts';
import { myPageRoute } from './my-page.tsx';

const joined = [...MODULES, { navigation: signInNavigation }];
const house = await testHouse([{ name: 'pages', messages: pageMessages, routes: [myPageRoute(joined)] }]);
const story = new Story(await makeNeighborhood(house.db, 1));
const { place } = story;
const pageOf = (id: string, roles: Role[]) => house.as(actorOf({ id }, roles)).get('/me');

/** The last section of the page: headlines and links in their order. */
const ownPages = async (id: string, roles: Role[]) =>
  (await pageOf(id, roles)).text.split(' Other pages ').at(-1);

test('what somebody can say of themselves is grouped by what it concerns', async () => {
  expect(await ownPages(place.residentId, ['resident'])).toMatch(
    /^About me Profile Your photo My languages Where I live When I am free My household My giving Messages and notices Conversations My consultations Inbox Notification settings Privacy and devices My stories What others see Who has looked at my record A copy of my data Signed-in devices Leave and have my data deleted/,
  );
  expect(await ownPages(story.first, ['volunteer'])).toMatch(
    /^Helping Your visits When I can help Volunteering About me Profile Your photo My languages Where I live My giving Messages/,
  );
});

test('only a resident is asked for a household, and only who helps or applies for when they can', async () => {
  const staff = await ownPages(place.coordinatorId, ['coordinator', 'administrator']);
  expect(staff).toContain('Profile');
  expect(staff).not.toMatch(/When I can help|household|Where I live|What others see|Helping/);
  expect(await ownPages(place.residentId, ['resident'])).not.toMatch(/When I can help|Helping/);
  const applicant = await makeApplicant(house.db, house.clock(), { name: 'Hana', locale: 'en' });
  expect(await ownPages(applicant.id, [])).toContain('When I can help');
});

test('a coordinator’s question is answered one tap from here', async () => {
  const id = await story.submitted();
  const on = story.on(id, 'coordinator');
  accepted(
    await story.act(async (tx) => {
      const asked = await askBack(tx, on);
      await askInWords(tx, story, id);
      return asked;
    }),
  );
  const { html } = await pageOf(place.residentId, ['resident']);
  const [, link = ''] = /(<a[^>]*#next"[^>]*>.*?<\/a>)/.exec(html) ?? [];
  expect(link).toContain(`href="/en/spot/requests/${id}#next"`);
  expect(link).toContain('Answer the question');
});

test('who would come is agreed with where it is read, and what is settled is folded', async () => {
  const id = await story.acceptedByFirst();
  const page = await pageOf(place.residentId, ['resident']);
  expect(page.html).toMatch(/What is next<\/h2>.*Would you like .* to help you\?.*After that/s);
  expect(page.html).toContain(`action="/en/spot/requests/${id}/confirmation"`);
  expect(page.text).not.toContain('Settled');
});

test('whoever is leaving reads until when they can take it back, and does so here', async () => {
  const { first: personId } = story;
  expect((await pageOf(personId, ['volunteer'])).html).not.toContain('/me/leaving/withdrawal');
  const by = { personId, role: 'volunteer' } as const;
  accepted(
    await story.act((tx) => askToLeave(tx, { personId, by, identityCheck: null, now: house.clock() })),
  );
  const { html, text } = await pageOf(personId, ['volunteer']);
  expect(text).toMatch(/Your data will be deleted on \w{3}, \w{3} \d+, 2026/);
  expect(html).toContain('action="/en/me/leaving/withdrawal"');
});
