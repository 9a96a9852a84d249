import type { Tx } from '../../../platform/database/connect.ts';
import type { Files } from '../../../platform/files/files.ts';
import type { Locale } from '../../../platform/languages/locales.ts';
import {
  type Demonstration,
  done,
  type InventedWorld,
  type Step,
  step,
} from '../../../platform/parts/demonstration.ts';
import { hashAsked } from '../consent/agreement.ts';
import { agree, askEverybody, recallConsent } from '../consent/commands.ts';
import { keepStoryPicture } from '../picture/commands.ts';
import { listConsents } from '../store/consents.ts';
import { findStory, listRevisions } from '../store/stories.ts';
import { findTexts } from '../store/texts.ts';
import { inviteToTell, offerStory, publishStory } from '../story/commands.ts';
import type { OnStory } from '../story/doing.ts';
import { storyQuestions } from '../telling/questions.ts';
import { writeTranslation } from '../text/commands.ts';
import type { Origin, TellerPart } from '../types.ts';
import { recordUse } from '../uses/commands.ts';
import plans from './data/stories.json' with { type: 'json' };
import { drawCooking } from './picture.ts';

interface Plan {
  readonly key: string;
  readonly part: TellerPart;
  readonly source: Locale;
  readonly becomes: 'invited' | 'told' | 'agreed' | 'published' | 'recalled';
  readonly withPicture?: boolean;
  readonly shownAs?: string;
  readonly alt?: Partial<Record<Locale, string>>;
  readonly texts: Partial<Record<Locale, readonly string[]>>;
  readonly origins?: Partial<Record<Locale, Exclude<Origin, 'written'>>>;
}

/** A story as the world goes by. */
interface Held {
  readonly plan: Plan;
  readonly tellerId: string;
  readonly files: Files | undefined;
  readonly asker: string;
  readonly publisher: string;
  at(daysBefore: number, time: string): Temporal.Instant;
  id: string;
}

/** One that is shown, one that was taken back and that a newspaper still has, one in its days to think, one that was just told. */
export const storiesDemonstration: Demonstration = {
  steps: (world) => (plans as readonly Plan[]).flatMap((plan) => stepsOf(world, plan)),
};

function stepsOf(world: InventedWorld, plan: Plan): Step[] {
  const teller = world.residents.get(plan.key) ?? world.volunteers.get(plan.key);
  const [asker = '', publisher = asker] = world.coordinatorIds;
  if (!teller) return [];
  const held: Held = {
    ...{ plan, tellerId: teller.id, files: world.files, asker, publisher, id: '' },
    at: (days, time) => world.at(world.today.subtract({ days }), time),
  };
  if (plan.becomes === 'invited') return [inviting(held)];
  const steps = [telling(held, plan.becomes === 'told' ? 2 : 24)];
  if (plan.becomes === 'told') return steps;
  const agreedDays = plan.becomes === 'agreed' ? 5 : 20;
  steps.push(...preparing(held), ...agreeing(held, agreedDays));
  if (plan.becomes !== 'agreed') steps.push(publishing(held));
  if (plan.becomes === 'recalled') steps.push(...recalling(held));
  return steps;
}

function inviting({ plan, tellerId, asker, at }: Held): Step {
  const now = at(3, '15:10');
  const asked = { tellerId, part: plan.part, source: plan.source, isGuarded: false };
  return { at: now, run: async (tx) => void (await inviteToTell(tx, asked, { personId: asker, now })) };
}

function telling(held: Held, days: number): Step {
  const { plan, tellerId, at } = held;
  const now = at(days, '20:30');
  const pieces = plan.texts[plan.source] ?? [];
  const given = storyQuestions.give({ first: pieces.slice(1).join('\n\n') });
  const about = { tellerId, part: plan.part, source: plan.source, isGuarded: false, given, pieces };
  return {
    at: now,
    async run(tx) {
      held.id = await offerStory(tx, about, now);
    },
  };
}

const by = ({ id, asker }: Held, now: Temporal.Instant, byPersonId = asker): OnStory => ({
  ...{ storyId: id, as: 'coordinator', byPersonId, now },
});

/** Its translations, and its picture where files are kept. */
function preparing(held: Held): Step[] {
  const { plan, files, at } = held;
  const now = at(22, '11:00');
  return [
    {
      at: now,
      async run(tx) {
        for (const [locale, origin] of Object.entries(plan.origins ?? {}) as [
          Locale,
          Exclude<Origin, 'written'>,
        ][]) {
          const translated = { locale, origin, pieces: plan.texts[locale] ?? [] };
          done(await writeTranslation(tx, { ...by(held, now), ...translated }), 'a translation');
        }
        if (!plan.withPicture || !files) return;
        const sent = { bytes: await drawCooking(), crop: null, alt: plan.alt ?? {} };
        done(await keepStoryPicture(tx, files, { ...by(held, now), sent }), 'a picture');
      },
    },
  ];
}

function agreeing(held: Held, days: number): Step[] {
  const [asked, answered] = [held.at(days + 1, '10:00'), held.at(days, '21:15')];
  return [
    step(asked, (tx) => askEverybody(tx, by(held, asked)), 'consent'),
    { at: answered, run: (tx) => answer(tx, held, answered) },
  ];
}

async function answer(tx: Tx, { id, plan }: Held, now: Temporal.Instant): Promise<void> {
  const story = await findStory(tx, id);
  const revisions = (await listRevisions(tx, [id])).get(id) ?? [];
  const texts = await findTexts(tx, id);
  for (const consent of await listConsents(tx, [id])) {
    if (!story || consent.state !== 'asked') continue;
    const chosen = {
      ...{ uses: ['site', 'press'] as const, naming: 'nickname' as const, shownAs: plan.shownAs ?? '–' },
      ...{ showsFace: false, showsPlace: false, years: 2 },
    };
    const on = { consentId: consent.id, as: 'whoever is asked', byPersonId: null, now } as const;
    const read = hashAsked({ story, texts, revisions }, consent.locale);
    done(await agree(tx, { ...on, chosen, read, organization: 'JII' }), 'a consent');
  }
}

function publishing(held: Held): Step {
  const now = held.at(4, '10:20');
  // Without a store there is no picture either, and nothing is read from it.
  const files = held.files ?? ({} as Files);
  return step(now, (tx) => publishStory(tx, { ...by(held, now, held.publisher), files }), 'a story');
}

/** A newspaper has it; then whoever told it takes it back. */
function recalling(held: Held): Step[] {
  const [printed, recalled] = [held.at(3, '14:00'), held.at(1, '22:05')];
  const place = '川の手しんぶん 11月号';
  return [
    step(printed, (tx) => recordUse(tx, { ...by(held, printed), kind: 'press', place }), 'a use'),
    {
      at: recalled,
      async run(tx) {
        const [consent] = await listConsents(tx, [held.id]);
        const on = { as: 'whoever is asked', byPersonId: null, now: recalled } as const;
        const files = held.files ?? ({} as Files);
        done(await recallConsent(tx, files, { ...on, consentId: consent?.id ?? '' }), 'a recall');
      },
    },
  ];
}
