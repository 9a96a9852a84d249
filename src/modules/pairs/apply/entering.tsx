import { z } from 'zod';
import { BareForm, defineForm, type FormOf, Refusals } from '../../../kits/forms/index.ts';
import { housePaths } from '../../../platform/addresses/paths.ts';
import type { Database } from '../../../platform/database/connect.ts';
import { FormState } from '../../../platform/web/form-state.ts';
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
} from '../../../platform/web/route.ts';
import { Heading, Link, PageHead, PersonName } from '../../../ui/index.ts';
import { callName, findPerson } from '../../people/index.ts';
import { ProfileRows } from '../applications/own/profile-view.tsx';
import { findProfileFacts } from '../applications/profile.ts';
import { pairsPaths } from '../paths.ts';
import type { Side } from '../types.ts';
import { pairsMessages, pairsStaffMessages } from '../words.ts';
import { applyForPair } from './apply.ts';
import { beginFillingIn, checkFilledIn, type FillingIn, firstValues, typedIn } from './filling-in.ts';
import { type Applied, sideOf } from './form.ts';
import { pledgeForm } from './pledge.ts';

type Asked = Pick<
  Call<{ readonly id: string; readonly side: string }, unknown, Database>,
  'db' | 'actor' | 'locale' | 'now' | 'params'
>;

/** Entering an application for somebody on the telephone: the same questions, and the pledge read to them line by line. */
export const enteringRoutes: readonly Route[] = [
  get({
    path: pairsPaths.deskApply,
    access: ['coordinator'],
    audit: 'pairs.entering.viewed',
    async handle(call) {
      const filling = await begin(call);
      if (!filling) return missing();
      await call.audit({ subjectIds: [filling.person.id] });
      return show(call, filling, FormState.fresh(firstValues(filling)));
    },
  }),
  post({
    path: pairsPaths.deskApply,
    access: ['coordinator'],
    audit: 'pairs.application.entered',
    form: z.record(z.string(), z.unknown()),
    async handle(call) {
      const filling = await begin(call);
      if (!filling) return missing();
      const { applied, refusals } = checkFilledIn(filling, { fields: typedIn(filling, call.fields) });
      if (!applied) return refusedBy(...refusals);
      const { side, person } = filling;
      const doer = { personId: call.actor.personId, party: 'coordinator', now: call.now } as const;
      const outcome = await applyForPair(call.db, { side, personId: person.id, applied, doer });
      if (!outcome.ok) return refusedBy(outcome.refusal);
      const object = { kind: 'pairs.application', id: outcome.value };
      await call.audit({ subjectIds: [person.id], object });
      const text = pairsStaffMessages.in(call.locale).noted('was_entered');
      return redirect(pairsPaths.deskApplication({ id: outcome.value }), { tone: 'done', text });
    },
    async again(call, form) {
      const filling = await begin(call);
      return filling ? show(call, filling, form) : missing();
    },
  }),
];

/** Null for nobody, and for oneself: that is done on one's own page. */
async function begin({ db, actor, params }: Asked): Promise<FillingIn | null> {
  const side = sideOf(params.side);
  const person = params.id === actor.personId ? null : await findPerson(db, params.id);
  if (!side || !person || person.isChild) return null;
  const { of } = await beginFillingIn(db, side, person);
  const fields = [...of.fields, ...pledgeForm.fields];
  return { side, person, of: defineForm(pairsMessages, fields) as unknown as FormOf<Applied> };
}

const OTHER: Readonly<Record<Side, Side>> = { resident: 'volunteer', volunteer: 'resident' };

async function show(call: Asked, { side, person, of }: FillingIn, form: FormState): Promise<Reply> {
  const t = pairsStaffMessages.in(call.locale);
  const { id } = person;
  const profile = await findProfileFacts(call.db, person, call.now);
  return page(
    t.plain('enter_application'),
    <>
      <PageHead
        title={t(`entering_for_${side}`, { name: <PersonName>{callName(person, call.locale)}</PersonName> })}
        lead={t('entering_lead')}
        back={{ href: housePaths.person({ id }), label: t('to_the_person') }}
      />
      <p>
        <Link href={pairsPaths.deskApply({ id, side: OTHER[side] })}>{t(`entering_as_${OTHER[side]}`)}</Link>
      </p>
      <Refusals of={of} form={form} />
      <Heading level={2}>{t('from_the_profile')}</Heading>
      <ProfileRows facts={profile} />
      <BareForm of={of} form={form} action={pairsPaths.deskApply({ id, side })} button={t('enter_go')} />
    </>,
  );
}
