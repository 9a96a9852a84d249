import type { VNode } from 'preact';
import { BareForm, FilledIn, Refusals } from '../../../../kits/forms/index.ts';
import type { Locale } from '../../../../platform/languages/locales.ts';
import type { Words } from '../../../../platform/languages/messages.tsx';
import { useFormats, useLocale, useWords } from '../../../../platform/languages/reading.tsx';
import type { FormState } from '../../../../platform/web/form-state.ts';
import {
  ActionForm,
  Actions,
  Button,
  Card,
  DataTable,
  Disclosure,
  Notice,
  PageHead,
  PersonName,
  StatusChip,
} from '../../../../ui/index.ts';
import { givingPaths } from '../../paths.ts';
import { givingStaffMessages } from '../../words.ts';
import { GoalBefore, Meters } from '../open/meters.tsx';
import type { ShownCampaign } from '../open/shown.ts';
import { wordsOf } from '../open/words.ts';
import type { Campaign } from '../types.ts';
import { campaignForm, updateForm } from './form.ts';
import { whatIsMissing } from './typed.ts';

/** What staff call a campaign: its title where it has one. */
export function titleOf(campaign: Campaign, locale: Locale): string {
  return wordsOf(campaign, locale).title || wordsOf(campaign, 'ja').title || campaign.slug;
}

export function StateChip({ publishedAt }: Pick<Campaign, 'publishedAt'>): VNode {
  const t = useWords(givingStaffMessages);
  return publishedAt ? (
    <StatusChip tone="good">{t('campaign_is_public')}</StatusChip>
  ) : (
    <StatusChip tone="plain">{t('campaign_is_draft')}</StatusChip>
  );
}

const BACK = givingPaths.deskCampaigns();

/** The form of a campaign: a new one, or one that is there. */
export function WritingPage(props: { readonly campaign: Campaign | null; readonly form: FormState }): VNode {
  const t = useWords(givingStaffMessages);
  const { campaign, form } = props;
  const back = campaign
    ? { href: givingPaths.deskCampaign({ id: campaign.id }), label: titleOf(campaign, useLocale()) }
    : { href: BACK, label: t('campaigns_title') };
  return (
    <>
      <PageHead
        title={t(campaign ? 'campaign_write' : 'campaign_new')}
        lead={t('campaign_write_lead')}
        back={back}
      />
      {campaign?.publishedAt && <Notice tone="notice">{t('campaign_write_public')}</Notice>}
      <FilledIn
        of={campaignForm}
        form={form}
        action={campaign ? givingPaths.deskCampaignWords({ id: campaign.id }) : givingPaths.deskCampaignNew()}
        hidden={campaign ? { seen: form.value('seen') || `${campaign.version}` } : undefined}
        button={t('campaign_save')}
      />
    </>
  );
}

type DeskCampaign = Omit<ShownCampaign, 'origin'>;

/** A campaign as the treasurer works on it: how it stands, what to do next, what happened, who is thanked. */
export function DeskCampaignPage(props: DeskCampaign): VNode {
  const t = useWords(givingStaffMessages);
  const { campaign } = props;
  const { id, slug, publishedAt } = campaign;
  return (
    <>
      <PageHead
        title={titleOf(campaign, useLocale())}
        back={{ href: BACK, label: t('campaigns_title') }}
        aside={<StateChip publishedAt={publishedAt} />}
      />
      <Card title={t('campaign_progress')} level={2}>
        <Meters {...props} />
        <GoalBefore goals={props.formerGoals} />
        <p class="quiet">{t('campaign_counted_staff')}</p>
      </Card>
      {!publishedAt && whatIsMissing(campaign) && <Notice tone="notice">{t('campaign_has_gaps')}</Notice>}
      <Actions>
        {!publishedAt && !whatIsMissing(campaign) && (
          <ActionForm
            action={givingPaths.deskCampaignPublished({ id })}
            kind="main"
            confirm={t('campaign_publish_sure')}
          >
            {t('campaign_publish')}
          </ActionForm>
        )}
        <Button href={givingPaths.deskCampaignWords({ id })}>{t('campaign_write')}</Button>
        {publishedAt ? (
          <Button href={givingPaths.campaign({ slug })}>{t('campaign_see')}</Button>
        ) : (
          <Button href={givingPaths.deskCampaignPreview({ id })}>{t('campaign_preview')}</Button>
        )}
      </Actions>
      <UpdatesPart {...props} />
      {props.wall.names.length > 0 && <WallPart {...props} />}
    </>
  );
}

function UpdatesPart({ campaign, updates, form }: DeskCampaign): VNode {
  const t = useWords(givingStaffMessages);
  const { day } = useFormats();
  const locale = useLocale();
  return (
    <section>
      <h2>{t('campaign_updates')}</h2>
      {updates.length > 0 && (
        <DataTable
          caption={t('campaign_updates')}
          captionHidden
          rows={updates}
          columns={[
            {
              key: 'day',
              head: t('campaign_update_day'),
              rowHead: true,
              cell: ({ happenedOn }) => day(happenedOn),
            },
            { key: 'text', head: t('campaign_update_text'), cell: ({ texts }) => texts[locale] },
          ]}
        />
      )}
      <Refusals of={updateForm} form={form} />
      <Disclosure summary={t('campaign_update_new')} open={form.refusals.length > 0}>
        <BareForm
          of={updateForm}
          form={form}
          action={givingPaths.deskCampaignUpdate({ id: campaign.id })}
          button={t('campaign_update_send')}
        />
      </Disclosure>
    </section>
  );
}

function WallPart({ campaign, wall }: DeskCampaign): VNode {
  const t = useWords(givingStaffMessages);
  return (
    <section>
      <DataTable
        caption={t('campaign_wall')}
        rows={wall.names}
        rowKey={({ id }) => `name-${id}`}
        columns={[
          {
            key: 'name',
            head: t('campaign_wall_name'),
            rowHead: true,
            cell: ({ name }) => <PersonName>{name}</PersonName>,
          },
          {
            key: 'hide',
            head: t('campaign_wall_act'),
            atEnd: true,
            cell: ({ id, name }) => (
              <ActionForm
                action={givingPaths.deskCampaignHidden({ id: campaign.id })}
                hidden={{ nameId: id }}
                confirm={hiding(name, t)}
              >
                {t('campaign_wall_hide')}
              </ActionForm>
            ),
          },
        ]}
      />
    </section>
  );
}

function hiding(name: string, t: (key: 'campaign_wall_hide_sure', params: { name: VNode }) => Words): Words {
  return t('campaign_wall_hide_sure', { name: <PersonName>{name}</PersonName> });
}
