import { defineForm, FilledIn, type FormOf, formRoutes } from '../../../kits/forms/index.ts';
import { accept } from '../../../platform/refusal.ts';
import { missing, page, type Route, redirect, refusedBy } from '../../../platform/web/route.ts';
import { PageHead } from '../../../ui/index.ts';
import { does, type OnApplication } from '../applications/doing.ts';
import { aboutOwn, actingOn, findOwn, type OwnCall } from '../applications/own/routes.tsx';
import { pairsPaths } from '../paths.ts';
import { countSoon } from '../pool/counting.ts';
import { type Application, SIDES, type Side } from '../types.ts';
import { pairsMessages } from '../words.ts';
import { type Applied, applicationForm } from './form.ts';
import { readApplied } from './read.ts';
import { saidIn } from './said-before.ts';

/** Who joins them and how many they meet is agreed with coordinators; consents have a page of their own. */
const STAYS = ['withIds', 'places', 'reduction', 'shown', 'further', 'heard'];

const askedAgain = (side: Side) =>
  defineForm(
    pairsMessages,
    applicationForm(side, { asksFees: false }).fields.filter(({ name }) => !STAYS.includes(name)),
  ) as unknown as FormOf<Applied>;

/** Changes what somebody applied with; what is not asked again stays. Refuses once the application is over. */
const changeApplication = does<OnApplication & { readonly applied: Applied }>(
  'change',
  async (tx, { application }, { applied }) => {
    await countSoon(tx);
    const said = { ...saidIn(application, []), ...applied };
    const { purposes, facts, emergencyContact } = readApplied(application.side, said);
    return accept({ changes: { purposes, facts, emergencyContact } });
  },
);

/** What somebody applied with, to be changed by themselves as long as it is current. */
export const changingRoutes: readonly Route[] = SIDES.flatMap((side) => {
  const of = askedAgain(side);
  const path = pairsPaths[side === 'resident' ? 'changesOfResident' : 'changesOfVolunteer'];
  const ownOf = async (call: Pick<OwnCall, 'db' | 'actor'>): Promise<Application | null> => {
    const own = await findOwn(call);
    return own?.side === side ? own : null;
  };
  return formRoutes({
    path,
    access: 'person',
    audit: 'pairs.application.changed',
    of,
    async begin(call) {
      const own = await ownOf(call);
      return own && saidIn(own, []);
    },
    async show(call, form) {
      if (!(await ownOf(call))) return missing();
      const t = pairsMessages.in(call.locale);
      return page(
        t.plain(`changes_title_${side}`),
        <>
          <PageHead
            title={t(`changes_title_${side}`)}
            lead={t('changing_lead')}
            back={{ href: pairsPaths.own(), label: t('back_to_pairs') }}
          />
          <FilledIn of={of} form={form} action={path()} button={t('changing_keep')} />
        </>,
      );
    },
    async save(call) {
      const own = await ownOf(call);
      if (!own) return missing();
      const done = await changeApplication(call.db, { ...actingOn(call, own), applied: call.fields });
      if (!done.ok) return refusedBy(done.refusal);
      await call.audit(aboutOwn(own));
      const text = pairsMessages.in(call.locale).noted('waiting_opened_done');
      return redirect(pairsPaths.own(), { tone: 'done', text });
    },
  });
});
