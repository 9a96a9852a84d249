import { z } from 'zod';
import type { Tx } from '../../../../platform/database/connect.ts';
import type { Outcome } from '../../../../platform/refusal.ts';
import { wholeNumber } from '../../../../platform/web/form-fields.ts';
import { FormState } from '../../../../platform/web/form-state.ts';
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
import { givingPaths } from '../../paths.ts';
import type { GivingServices } from '../../services.ts';
import { givingStaffMessages } from '../../words.ts';
import { gatherCampaign } from '../open/gather.ts';
import { campaignReply } from '../open/reply.tsx';
import { findCampaign } from '../store/campaigns.ts';
import { hideWallName } from '../wall/commands.ts';
import { beginCampaign, publishCampaign, rewriteCampaign, tellUpdate } from './commands.ts';
import { campaignForm, updateForm } from './form.ts';
import { campaignsRoutes } from './list.tsx';
import { type TypedCampaign, typeCampaign } from './typed.ts';
import { DeskCampaignPage, titleOf, WritingPage } from './views.tsx';

const access = ['treasurer', 'administrator'] as const;
type OnOne<Fields = unknown> = Call<{ readonly id: string }, Fields, Tx>;
type Says =
  | 'campaign_was_saved'
  | 'campaign_was_published'
  | 'campaign_update_was_told'
  | 'campaign_wall_was_hidden';

/** Where campaigns are written, looked at and made public. */
export const deskRoutes = (services: GivingServices): readonly Route[] => [
  ...campaignsRoutes,
  ...newRoutes,
  ...wordsRoutes,
  get({
    path: givingPaths.deskCampaign,
    access,
    audit: null,
    handle: (call) => deskPage(call, FormState.fresh()),
  }),
  get({
    path: givingPaths.deskCampaignPreview,
    access,
    audit: null,
    async handle(call) {
      const campaign = await findCampaign(call.db, { id: call.params.id });
      if (!campaign) return missing();
      const { body } = await campaignReply(services, call, { campaign, form: FormState.fresh() });
      const named = { title: titleOf(campaign, call.locale) };
      return page(givingStaffMessages.in(call.locale).plain('campaign_preview_title', named), body);
    },
  }),
  post({
    path: givingPaths.deskCampaignPublished,
    access,
    audit: 'giving.campaign.published',
    handle: (call) => answer(call, publishCampaign(call.db, onOne(call)), 'campaign_was_published'),
    again: deskPage,
  }),
  post({
    path: givingPaths.deskCampaignUpdate,
    access,
    audit: 'giving.campaign.update_told',
    form: updateForm.schema,
    handle: (call) => answer(call, tellUpdate(call.db, call.fields, onOne(call)), 'campaign_update_was_told'),
    again: deskPage,
  }),
  post({
    path: givingPaths.deskCampaignHidden,
    access,
    audit: 'giving.wall.hidden',
    form: z.object({ nameId: z.uuid() }),
    async handle(call) {
      const { id: campaignId, now } = onOne(call);
      const outcome = await hideWallName(call.db, { id: call.fields.nameId, campaignId, now });
      const whose = outcome.ok && outcome.value.personId ? [outcome.value.personId] : [];
      return answer(call, Promise.resolve(outcome), 'campaign_wall_was_hidden', whose);
    },
    again: deskPage,
  }),
];

const newRoutes: readonly Route[] = [
  get({
    path: givingPaths.deskCampaignNew,
    access,
    audit: null,
    handle: (call) => writingPage(call, null, campaignForm.begin()),
  }),
  post({
    path: givingPaths.deskCampaignNew,
    access,
    audit: 'giving.campaign.begun',
    form: campaignForm.schema,
    async handle(call) {
      const outcome = await beginCampaign(call.db, call.fields as TypedCampaign);
      if (!outcome.ok) return refusedBy(outcome.refusal);
      return said(call, outcome.value, 'campaign_was_saved');
    },
    again: (call, form) => writingPage(call, null, form),
  }),
];

const wordsRoutes: readonly Route[] = [
  get({
    path: givingPaths.deskCampaignWords,
    access,
    audit: null,
    async handle(call) {
      const campaign = await findCampaign(call.db, { id: call.params.id });
      if (!campaign) return missing();
      return writingPage(call, campaign.id, campaignForm.begin(typeCampaign(campaign)));
    },
  }),
  post({
    path: givingPaths.deskCampaignWords,
    access,
    audit: 'giving.campaign.written',
    form: z.intersection(
      campaignForm.schema,
      z.object({ seen: wholeNumber(1, 999_999_999) }),
    ) as unknown as z.ZodType<TypedCampaign & { readonly seen: number }>,
    handle(call) {
      const { seen } = call.fields;
      return answer(
        call,
        rewriteCampaign(call.db, call.fields, { ...onOne(call), seen }),
        'campaign_was_saved',
      );
    },
    again: (call, form) => writingPage(call, call.params.id, form),
  }),
];

const onOne = ({ params, now }: Pick<OnOne, 'params' | 'now'>) => ({ id: params.id, now });

async function writingPage(
  { db, locale }: Pick<Call, 'db' | 'locale'>,
  id: string | null,
  form: FormState,
): Promise<Reply> {
  const campaign = id === null ? null : await findCampaign(db, { id });
  if (id !== null && !campaign) return missing();
  const title = givingStaffMessages.in(locale).plain(campaign ? 'campaign_write' : 'campaign_new');
  return page(title, <WritingPage campaign={campaign} form={form} />);
}

async function deskPage(
  { db, params, locale, now }: Pick<Call<{ readonly id: string }>, 'db' | 'params' | 'locale' | 'now'>,
  form: FormState,
): Promise<Reply> {
  const campaign = await findCampaign(db, { id: params.id });
  if (!campaign) return missing();
  const shown = await gatherCampaign(db, campaign, now);
  const title = givingStaffMessages
    .in(locale)
    .plain('campaign_desk_title', { title: titleOf(campaign, locale) });
  return page(title, <DeskCampaignPage {...shown} form={form} />);
}

async function answer(
  call: OnOne,
  outcome: Promise<Outcome<unknown>>,
  says: Says,
  whose: readonly string[] = [],
): Promise<Reply> {
  const done = await outcome;
  if (!done.ok) return done.refusal.code === 'campaign_is_unknown' ? missing() : refusedBy(done.refusal);
  return said(call, call.params.id, says, whose);
}

async function said(
  call: Pick<Call, 'audit' | 'locale'>,
  id: string,
  says: Says,
  subjectIds: readonly string[] = [],
): Promise<Reply> {
  await call.audit({ object: { kind: 'giving.campaign', id }, subjectIds: [...subjectIds] });
  const text = givingStaffMessages.in(call.locale).noted(says);
  return redirect(givingPaths.deskCampaign({ id }), { tone: 'done', text });
}
