import { z } from 'zod';
import { listRoutes } from '../../../../kits/lists/index.ts';
import type { Database } from '../../../../platform/database/connect.ts';
import { ownId } from '../../../../platform/permissions.ts';
import type { Outcome } from '../../../../platform/refusal.ts';
import { wholeNumber } from '../../../../platform/web/form-fields.ts';
import type { FormState } from '../../../../platform/web/form-state.ts';
import {
  type Call,
  get,
  missing,
  page,
  post,
  type Reply,
  type Route,
  redirect,
  refusedBy,
} from '../../../../platform/web/route.ts';
import { Link } from '../../../../ui/index.ts';
import { callName, dayInJapan, findPersons } from '../../../people/index.ts';
import { addFact, keepFact, writeFact } from '../../facts/commands.ts';
import { FactStanding } from '../../open/fact-line.tsx';
import { GuidePlace } from '../../open/guide-place.tsx';
import { factIn } from '../../open/saying.tsx';
import { guidesPaths } from '../../paths.ts';
import { findOpenOf } from '../../store/checks.ts';
import { findFact, listFacts, listGuidesNaming } from '../../store/facts.ts';
import { findGuidesInOrder } from '../../store/guides.ts';
import type { Fact } from '../../types.ts';
import { guidesStaffMessages } from '../../words.ts';
import { factForm, readFact, type TypedFact, typeFact } from './form.ts';
import { FactPage, NewFactPage } from './view.tsx';

const access = ['coordinator'] as const;
const USUAL_DAYS = 180;
const MOST_GUIDES = 50;

const factsList = listRoutes({
  path: guidesPaths.deskFacts,
  access,
  audit: null,
  find: ({ db }, _, window) => listFacts(db, window),
  columns: [
    {
      key: 'name',
      head: 'fact_write_name',
      rowHead: true,
      cell: (fact, locale) => (
        <Link href={guidesPaths.deskFact({ id: fact.id })}>{factIn(fact, locale).words.name}</Link>
      ),
    },
    { key: 'value', head: 'fact_write_value', cell: (fact, locale) => factIn(fact, locale).words.value },
    { key: 'where', head: 'guide_write_municipality_code', cell: (fact) => <GuidePlace guide={fact} /> },
    {
      key: 'stands',
      head: 'fact_stands',
      atEnd: true,
      cell: (fact, _, now) => <FactStanding fact={fact} today={dayInJapan(now)} />,
    },
  ],
  keyOf: ({ id }) => `fact-${id}`,
  rowsAPage: 50,
  words: guidesStaffMessages,
  title: 'desk_facts',
  lead: 'desk_facts_lead',
  empty: 'desk_facts_empty',
  emptyText: 'desk_facts_empty_text',
  back: { href: guidesPaths.deskGuides(), label: 'desk_guides' },
  ways: [{ href: guidesPaths.deskFactNew(), label: 'fact_new' }],
});

type Looking = Pick<Call<unknown, unknown, Database>, 'db' | 'locale' | 'now'>;
const versionOf = z.object({ version: wholeNumber(1, 999_999_999) });
const versioned = z.intersection(factForm.schema, versionOf) as unknown as z.ZodType<
  TypedFact & { readonly version: number }
>;

/** Facts: a list, a new one, one with what a volunteer has found, and the guides that name it. */
export const factRoutes: readonly Route[] = [
  ...factsList,
  get({
    path: guidesPaths.deskFactNew,
    access,
    audit: null,
    handle: (call) => newPage(call, factForm.begin({ everyDays: USUAL_DAYS })),
  }),
  post({
    path: guidesPaths.deskFactNew,
    access,
    audit: 'guides.fact.written',
    form: factForm.schema,
    async handle(call) {
      const { db, fields, now } = call;
      const added = await addFact(db, { fact: readFact(fields, null, now), byPersonId: ownId(call), now });
      return added.ok ? saved(call, added.value) : refusedBy(added.refusal);
    },
    again: (call, form) => newPage(call, form),
  }),
  get({
    path: guidesPaths.deskFact,
    access,
    audit: null,
    async handle(call) {
      const fact = await findFact(call.db, call.params.id);
      return fact ? factPage(call, fact, factForm.begin(typeFact(fact))) : missing();
    },
  }),
  post({
    path: guidesPaths.deskFact,
    access,
    audit: 'guides.fact.written',
    form: versioned,
    async handle(call) {
      const { db, params, fields, now } = call;
      const before = await findFact(db, params.id);
      if (!before) return missing();
      const on = { factId: before.id, byPersonId: ownId(call), now, version: fields.version };
      return answer(call, await writeFact(db, { ...on, fact: readFact(fields, before, now) }), before.id);
    },
    again: factAgain,
  }),
  post({
    path: guidesPaths.deskFactKeeping,
    access,
    audit: 'guides.fact.kept',
    form: versionOf,
    async handle(call) {
      const { db, params, fields, now } = call;
      const on = { factId: params.id, byPersonId: ownId(call), now, version: fields.version };
      return answer(call, await keepFact(db, on), params.id);
    },
  }),
];

async function factAgain(
  call: Looking & Pick<Call<{ id: string }>, 'params'>,
  form: FormState,
): Promise<Reply> {
  const fact = await findFact(call.db, call.params.id);
  return fact ? factPage(call, fact, form) : missing();
}

async function answer(call: Pick<Call, 'audit' | 'locale'>, done: Outcome<Fact>, id: string): Promise<Reply> {
  if (done.ok) return saved(call, id);
  return done.refusal.code === 'fact_is_unknown' ? missing() : refusedBy(done.refusal);
}

async function saved(call: Pick<Call, 'audit' | 'locale'>, id: string): Promise<Reply> {
  await call.audit({ object: { kind: 'guides.fact', id }, subjectIds: [] });
  const text = guidesStaffMessages.in(call.locale).noted('fact_was_saved');
  return redirect(guidesPaths.deskFact({ id }), { tone: 'done', text });
}

function newPage({ locale }: Pick<Looking, 'locale'>, form: FormState): Reply {
  return page(guidesStaffMessages.in(locale).plain('fact_new'), <NewFactPage form={form} />);
}

async function factPage({ db, locale, now }: Looking, fact: Fact, form: FormState): Promise<Reply> {
  const guides = await findGuidesInOrder(db, await listGuidesNaming(db, fact.id, MOST_GUIDES));
  const check = await findOpenOf(db, fact.id);
  const verifier = fact.verifiedBy && (await findPersons(db, [fact.verifiedBy])).get(fact.verifiedBy);
  const verifiedBy = verifier ? callName(verifier, locale) : null;
  const body = <FactPage {...{ fact, form, guides, check, verifiedBy }} today={dayInJapan(now)} />;
  return page(factIn(fact, locale).words.name, body);
}
