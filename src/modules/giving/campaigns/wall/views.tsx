import type { VNode } from 'preact';
import { BareForm, Refusals } from '../../../../kits/forms/index.ts';
import { useWords } from '../../../../platform/languages/reading.tsx';
import { ActionForm, Actions, Disclosure, Link, Notice, PageHead, PersonName } from '../../../../ui/index.ts';
import { givingPaths } from '../../paths.ts';
import { givingMessages } from '../../words.ts';
import type { ShownCampaign } from '../open/shown.ts';
import type { WallName } from '../store/wall.ts';
import { wallForm } from './form.ts';

/** Who is thanked by name, and how to be among them. */
export function WallOfThanks({ campaign, wall, form }: ShownCampaign): VNode {
  const t = useWords(givingMessages);
  const isTyped = form.refusals.length > 0;
  return (
    <section id="wall">
      <h2>{t('wall_title')}</h2>
      {wall.names.length === 0 ? (
        <p>{t('wall_empty')}</p>
      ) : (
        <ul class="prose">
          {wall.names.map(({ name }) => (
            <li>
              <PersonName>{name}</PersonName>
            </li>
          ))}
        </ul>
      )}
      {wall.more > 0 && <p>{t('wall_more', { count: wall.more })}</p>}
      <Refusals of={wallForm} form={form} />
      <Disclosure summary={t('wall_join')} open={isTyped}>
        <p>{t('wall_join_text')}</p>
        <BareForm
          of={wallForm}
          form={form}
          action={givingPaths.campaignWall({ slug: campaign.slug })}
          button={t('wall_send')}
        />
      </Disclosure>
    </section>
  );
}

/** One's own name, by the link in the mail: to make it public, or to take it back. */
export function OwnWallName({ name, token }: { readonly name: WallName; readonly token: string }): VNode {
  const t = useWords(givingMessages);
  const { state, slug } = name;
  return (
    <>
      <PageHead
        title={t('wall_own_title')}
        back={{ href: givingPaths.campaign({ slug }), label: t('wall_back') }}
      />
      <p>
        {t('wall_own_name')} <PersonName>{name.name}</PersonName>
      </p>
      <Notice tone={state === 'public' ? 'good' : 'info'}>{t(`wall_is_${state}`)}</Notice>
      <Actions>
        {state === 'asked' && (
          <ActionForm action={givingPaths.wallNameConfirmed({ token })} kind="main">
            {t('wall_confirm')}
          </ActionForm>
        )}
        {(state === 'asked' || state === 'public') && (
          <ActionForm action={givingPaths.wallNameTakenBack({ token })}>
            {t(state === 'asked' ? 'wall_rather_not' : 'wall_take_back')}
          </ActionForm>
        )}
      </Actions>
      {(state === 'taken_back' || state === 'hidden') && (
        <p>
          <Link href={`${givingPaths.campaign({ slug })}#wall`}>{t('wall_again')}</Link>
        </p>
      )}
    </>
  );
}
