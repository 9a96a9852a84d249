import type { VNode } from 'preact';
import { housePaths } from '../../../platform/addresses/paths.ts';
import { useFormats, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import {
  ActionForm,
  Actions,
  Button,
  Card,
  Checkboxes,
  EmptyState,
  Form,
  Heading,
  PageHead,
} from '../../../ui/index.ts';
import { nameFor } from '../../people/index.ts';
import { pairsPaths } from '../paths.ts';
import { pairsMessages } from '../words.ts';
import type { Met } from './store.ts';

/** Whom one has met, and with whom one wishes for more; what both wish stands first. */
export function WishesPage({
  met,
  hasApplied,
}: {
  readonly met: readonly Met[];
  readonly hasApplied: boolean;
}): VNode {
  const t = useWords(pairsMessages);
  const [mutual, open] = [met.filter(({ toldAt }) => toldAt), met.filter(({ toldAt }) => !toldAt)];
  return (
    <>
      <PageHead
        title={t('wishes_title')}
        lead={t('wishes_lead')}
        back={{ href: housePaths.me(), label: t('back_to_my_page') }}
      />
      {mutual.map((one) => (
        <BothWish met={one} hasApplied={hasApplied} />
      ))}
      {open.length > 0 && <OpenWishes met={open} />}
      {met.length === 0 && (
        <EmptyState title={t('nobody_to_wish_for')}>{t('nobody_to_wish_for_text')}</EmptyState>
      )}
    </>
  );
}

function BothWish({ met, hasApplied }: { readonly met: Met; readonly hasApplied: boolean }): VNode {
  const t = useWords(pairsMessages);
  const name = nameFor(met.other, useLocale(), 'counterpart').words;
  return (
    <Card>
      <Heading level={2}>{t('both_wish', { name })}</Heading>
      <p>{t(hasApplied ? 'both_wish_applied' : 'both_wish_text')}</p>
      {hasApplied ? (
        <Actions>
          <Button kind="main" href={pairsPaths.own()}>
            {t('go_to_your_application')}
          </Button>
        </Actions>
      ) : (
        <ActionForm action={pairsPaths.wishApplication({ id: met.id })} kind="main">
          {t('look_through_application')}
        </ActionForm>
      )}
    </Card>
  );
}

function OpenWishes({ met }: { readonly met: readonly Met[] }): VNode {
  const t = useWords(pairsMessages);
  const [locale, formats] = [useLocale(), useFormats()];
  return (
    <Form action={pairsPaths.wishes()}>
      <Checkboxes
        name="with"
        label={t('wish_with')}
        hint={t('wish_with_hint')}
        optional
        quietOptional
        values={met.filter(({ hasWished }) => hasWished).map(({ id }) => id)}
        choices={met.map(({ id, other, metAt }) => ({
          value: id,
          label: nameFor(other, locale, 'counterpart').words,
          hint: t('met_on', { day: formats.day(metAt) }),
        }))}
      />
      <Actions>
        <Button kind="main">{t('keep_wishes')}</Button>
      </Actions>
    </Form>
  );
}
