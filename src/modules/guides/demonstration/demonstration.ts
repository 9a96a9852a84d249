import type { Tx } from '../../../platform/database/connect.ts';
import { LOCALES } from '../../../platform/languages/locales.ts';
import {
  type Demonstration,
  done,
  type InventedWorld,
  type Step,
  step,
} from '../../../platform/parts/demonstration.ts';
import { askToCheck, confirmFact, reportChange } from '../facts/commands.ts';
import {
  beginGuide,
  publishGuide,
  submitGuide,
  type WrittenSource,
  writeSource,
  writeWordsIn,
} from '../guide/commands.ts';
import { countAnswer } from '../store/answers.ts';
import { findAsked } from '../store/checks.ts';
import { insertFact, listFactsOf } from '../store/facts.ts';
import { findGuide, findShown } from '../store/guides.ts';
import type { GuideWords } from '../types.ts';
import { FACTS, IN_REVIEW, OFFICES, PUBLIC, type Told, type ToldGuide } from './guides.ts';

/** Guides of every fate; a volunteer's small task, one that found something changed, and readers who said so. */
export const guidesDemonstration: Demonstration = {
  steps(world) {
    const factIds = new Map<string, string>();
    return [
      writingFacts(world, factIds),
      writingOffices(world),
      ...PUBLIC.map((guide, place) => writing(world, guide, { place, factIds, isPublic: true })),
      writing(world, IN_REVIEW, { place: PUBLIC.length, factIds, isPublic: false }),
      changing(world),
      ...checking(world, factIds),
      saying(world),
    ];
  },
};

const daysBefore = ({ today, at }: InventedWorld, days: number, time: string) =>
  at(today.subtract({ days }), time);

function writingFacts(world: InventedWorld, factIds: Map<string, string>): Step {
  const at = daysBefore(world, 40, '10:10');
  return {
    at,
    async run(tx) {
      for (const [name, { municipality, ...fact }] of Object.entries(FACTS)) {
        const kept = { verifiedOn: null, nextCheckOn: world.today, municipalityCode: municipality ?? null };
        factIds.set(name, await insertFact(tx, { ...fact, ...kept }, at));
      }
    },
  };
}

/** Outside offices: some looked at lately, one long ago, some by nobody yet. */
function writingOffices(world: InventedWorld): Step {
  const at = daysBefore(world, 39, '14:20');
  const verifiedBy = world.coordinatorIds[0] ?? null;
  return {
    at,
    async run(tx) {
      for (const { municipality, verifiedDaysAgo, ...office } of OFFICES) {
        const verifiedOn = verifiedDaysAgo === null ? null : world.today.subtract({ days: verifiedDaysAgo });
        const nextCheckOn = verifiedOn?.add({ days: office.everyDays }) ?? world.today;
        const kept = { verifiedOn, nextCheckOn, verifiedBy: verifiedOn && verifiedBy };
        await insertFact(tx, { ...office, ...kept, municipalityCode: municipality ?? null }, at);
      }
    },
  };
}

const wordsOf = ({ title, lead, lasts, costs, afterwards, foundBy, bring, heard }: Told) => ({
  ...{ title, lead, lasts, costs, afterwards, foundBy },
  ...{ bring: bring.join('\n'), heard: heard.join('\n') },
});

interface Writing {
  readonly place: number;
  readonly factIds: ReadonlyMap<string, string>;
  readonly isPublic: boolean;
}

/** Written in all its languages, put to another pair of eyes, and published unless it still waits there. */
function writing(world: InventedWorld, told: ToldGuide, { place, factIds, isPublic }: Writing): Step {
  const at = daysBefore(world, 30 - 3 * place, '11:00');
  const coordinator = (turn: number) => world.coordinatorIds[turn % world.coordinatorIds.length] ?? '';
  const [writer, publisher] = [coordinator(place), coordinator(place + 1)];
  return {
    at,
    async run(tx) {
      const id = done(
        await beginGuide(tx, sourceOf(told, factIds), { personId: writer, now: at }),
        told.slug,
      );
      await writeOthers(tx, told, { guideId: id, byPersonId: writer, now: at });
      done(await submitGuide(tx, { guideId: id, byPersonId: writer, now: at }), told.slug);
      if (isPublic) done(await publishGuide(tx, { guideId: id, byPersonId: publisher, now: at }), told.slug);
    },
  };
}

function sourceOf(told: ToldGuide, factIds: ReadonlyMap<string, string>): WrittenSource {
  const japanese = told.texts.ja as Told;
  const { slug, category, municipality } = told;
  return {
    about: { slug, category, municipalityCode: municipality ?? null },
    words: wordsOf(japanese),
    steps: japanese.steps.map(([title, text], at) => ({
      ...{ id: null, title, text },
      factIds: (told.facts[at] ?? []).flatMap((name) => factIds.get(name) ?? []),
    })),
  };
}

async function writeOthers(
  tx: Tx,
  { texts, slug }: ToldGuide,
  on: { readonly guideId: string; readonly byPersonId: string; readonly now: Temporal.Instant },
): Promise<void> {
  const stepIds = (await findGuide(tx, on.guideId))?.stepIds ?? [];
  for (const locale of LOCALES) {
    const said = texts[locale];
    if (!said || locale === 'ja') continue;
    const steps = stepIds.map((id, at) => [id, { title: said.steps[at]?.[0], text: said.steps[at]?.[1] }]);
    const words = { ...wordsOf(said), steps: Object.fromEntries(steps) } as GuideWords;
    const origin = said.origin ?? 'written';
    done(await writeWordsIn(tx, { ...on, locale, words, origin, isRenewed: true }), slug);
  }
}

/** The Japanese of the garbage guide has changed since: two languages say so already, Chinese is behind. */
function changing(world: InventedWorld): Step {
  const at = daysBefore(world, 4, '15:20');
  const byPersonId = world.coordinatorIds[0] ?? null;
  return {
    at,
    async run(tx) {
      const guide = await findShown(tx, 'garbage');
      const before = guide?.translations.ja?.words;
      if (!guide || !before) return;
      const on = { guideId: guide.id, byPersonId, now: at };
      const { steps: were, ...words } = before;
      const factsOf = await listFactsOf(tx, guide.id);
      const steps = guide.stepIds.map((id) => ({
        ...{ id, factIds: (factsOf.get(id) ?? []).map((fact) => fact.id) },
        ...(were[id] ?? { title: '', text: '' }),
      }));
      const last = steps.at(-1);
      const more =
        '\n\nテレビ、エアコン、冷蔵庫、洗濯機は粗大ごみに出せません。買った店か、新しい物を買う店に聞いてください。';
      const changed = steps.map((one) => (one === last ? { ...one, text: one.text + more } : one));
      const about = { slug: guide.slug, category: guide.category, municipalityCode: guide.municipalityCode };
      const source = { about, words, steps: changed };
      done(await writeSource(tx, { ...on, source, grade: 'changes' }), 'a change');
      await addInOthers(tx, guide.id, on);
    },
  };
}

const MORE = {
  'ja-easy':
    '\n\nテレビ、 エアコン、 冷蔵庫《れいぞうこ》、 洗濯機《せんたくき》は 粗大《そだい》ごみでは ありません。 買《か》った 店《みせ》に 聞《き》いて ください。',
  en: '\n\nTelevisions, air conditioners, refrigerators and washing machines are not taken as oversized garbage. Ask the shop where you bought it, or where you buy the new one.',
} as const;

async function addInOthers(
  tx: Tx,
  guideId: string,
  on: { readonly guideId: string; readonly byPersonId: string | null; readonly now: Temporal.Instant },
): Promise<void> {
  const guide = await findGuide(tx, guideId);
  const lastId = guide?.stepIds.at(-1) ?? '';
  for (const locale of ['ja-easy', 'en'] as const) {
    const found = guide?.translations[locale];
    const last = found?.words.steps[lastId];
    if (!found || !last) continue;
    const steps = { ...found.words.steps, [lastId]: { ...last, text: last.text + MORE[locale] } };
    const words = { ...found.words, steps };
    done(
      await writeWordsIn(tx, { ...on, locale, words, origin: found.origin, isRenewed: true }),
      'a translation',
    );
  }
}

/** Of volunteers one can be, one has a small task; others of the ward have answered theirs. */
function checking(world: InventedWorld, factIds: ReadonlyMap<string, string>): Step[] {
  const near = [...world.volunteers].filter(([, { municipalityCode }]) => municipalityCode === '13107');
  const known = world.volunteers.get('keiko')?.id;
  const others = near.map(([, { id }]) => id).filter((id) => id !== known);
  const [one, other] = others;
  const askedAt = daysBefore(world, 3, '10:20');
  const answeredAt = daysBefore(world, 1, '17:40');
  const ask = (name: string, volunteerId: string | undefined): Step[] =>
    volunteerId
      ? [
          {
            at: askedAt,
            run: (tx) => askToCheck(tx, { factId: factIds.get(name) ?? '', volunteerId }, askedAt),
          },
        ]
      : [];
  const answer = (volunteerId: string | undefined, found: string | null): Step[] =>
    volunteerId
      ? [
          step(answeredAt, async (tx) => {
            const checkId = (await findAsked(tx, volunteerId))?.id ?? '';
            const on = { checkId, as: 'volunteer', byPersonId: volunteerId, now: answeredAt } as const;
            return found === null ? confirmFact(tx, on) : reportChange(tx, { ...on, found });
          }),
        ]
      : [];
  return [
    ...ask('window', known),
    ...ask('calendar', one),
    ...ask('board', other),
    ...answer(one, null),
    ...answer(other, '入口の紙に、水曜だけ18時までと書いてありました。'),
  ];
}

/** What readers said of some steps. */
function saying(world: InventedWorld): Step {
  const at = daysBefore(world, 2, '20:00');
  return {
    at,
    async run(tx) {
      const month = world.today.with({ day: 1 });
      const movingIn = await findShown(tx, 'moving-in');
      const garbage = await findShown(tx, 'garbage');
      const say = async (stepId: string | undefined, said: 'right' | 'wrong', times: number) => {
        for (let time = 0; stepId && time < times; time++) await countAnswer(tx, stepId, { said, month });
      };
      await say(movingIn?.stepIds[1], 'right', 6);
      await say(movingIn?.stepIds[3], 'right', 4);
      await say(garbage?.stepIds[2], 'right', 5);
      await say(garbage?.stepIds[2], 'wrong', 3);
    },
  };
}
