import { z } from 'zod';
import { findMunicipality } from '../../../japanese/places.ts';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import { After, toPage } from '../../../platform/database/paging.ts';
import { choice, text } from '../../../platform/web/form-fields.ts';
import { isWithinLimit, networkOf } from '../../../platform/web/rate-limit.ts';
import {
  type Call,
  get,
  missing,
  page,
  post,
  type Reply,
  type Route,
  redirect,
} from '../../../platform/web/route.ts';
import { dayInJapan } from '../../people/index.ts';
import { plainly, readIn, titleOf } from '../guide/reading.ts';
import { guidesPaths } from '../paths.ts';
import { MOST_FOUND, searchGuides } from '../search/search.ts';
import { countAnswer } from '../store/answers.ts';
import { listFactsOf } from '../store/facts.ts';
import { findShown, listShown } from '../store/guides.ts';
import { CATEGORIES } from '../types.ts';
import { guidesMessages } from '../words.ts';
import { GuidePage } from './guide-page.tsx';
import { GuidesPage, MOST_TYPED, type Sought } from './guides-page.tsx';

const GUIDES_A_PAGE = 24;
const Looked = z.object({
  q: text(MOST_TYPED).catch(''),
  kind: z.enum(CATEGORIES).or(z.literal('')).catch('').default(''),
  ward: z
    .string()
    .refine((code) => code === '' || findMunicipality(code) !== undefined)
    .catch('')
    .default(''),
  ...After.shape,
});

/** What everybody reads: all guides, and each of them; and what they say of a step. */
export const openRoutes: readonly Route[] = [
  get({ path: guidesPaths.guides, access: 'everyone', audit: null, query: Looked, handle: guidesPage }),
  get({
    path: guidesPaths.guide,
    access: 'everyone',
    audit: null,
    async handle({ db, params, locale, now, actor }) {
      const guide = await findShown(db, params.slug);
      if (!guide) return missing();
      const { words, language } = readIn(guide, locale);
      const body = (
        <GuidePage
          guide={guide}
          factsOf={await listFactsOf(db, guide.id)}
          today={dayInJapan(now)}
          isWriter={actor.roles.has('coordinator')}
        />
      );
      return { ...page(titleOf(guide, locale), body), found: { description: plainly(words.lead, language) } };
    },
  }),
  post({
    path: guidesPaths.answers,
    access: 'everyone',
    audit: null,
    form: z.object({ said: choice(['right', 'wrong']) }),
    limit: { by: 'address', tries: 60, minutes: 60 },
    handle: sayWhetherRight,
  }),
];

async function guidesPage({
  db,
  locale,
  fields,
}: Call<unknown, Sought & { readonly after: string | null }, Database>): Promise<Reply> {
  const { after, ...sought } = fields;
  const narrowed = { category: sought.kind || null, municipalityCode: sought.ward || null };
  const isByWords = sought.q !== '';
  const found = isByWords ? { rows: await searchGuides(db, sought.q, narrowed), next: null } : await listed();
  const t = guidesMessages.in(locale);
  const isCut = isByWords && found.rows.length === MOST_FOUND;
  const body = <GuidesPage guides={found.rows} {...{ sought, after, isCut }} next={found.next} />;
  return { ...page(t.plain('guides_title'), body), found: { description: t.plain('guides_lead') } };

  async function listed() {
    const window = { after, limit: GUIDES_A_PAGE };
    return toPage(await listShown(db, narrowed, window), window, ({ id }) => id);
  }
}

/** Counts it, and keeps nothing of whoever says so. */
async function sayWhetherRight(
  call: Call<{ slug: string; step: string }, { readonly said: 'right' | 'wrong' }, Tx>,
): Promise<Reply> {
  const { db, params, fields, now, locale, actor } = call;
  const guide = await findShown(db, params.slug);
  const stepId = /^\d{1,2}$/.test(params.step) ? guide?.stepIds[Number(params.step) - 1] : undefined;
  if (!guide || !stepId) return missing();
  const once = {
    subject: `guide step ${stepId} ${actor.personId ?? networkOf(call.address)}`,
    tries: 1,
    minutes: 60,
  };
  // Whoever presses again is thanked again, and nobody makes many of themselves.
  if (await isWithinLimit(db, once, now))
    await countAnswer(db, stepId, { said: fields.said, month: dayInJapan(now) });
  const t = guidesMessages.in(locale);
  // Whoever writes guides mends it at once.
  if (fields.said === 'wrong' && actor.roles.has('coordinator'))
    return redirect(`${guidesPaths.deskSource({ id: guide.id })}#step${params.step}Title`);
  const text = t.noted(fields.said === 'right' ? 'thanks_right' : 'thanks_wrong');
  return redirect(`${guidesPaths.guide({ slug: guide.slug })}#step-${params.step}`, { tone: 'done', text });
}
