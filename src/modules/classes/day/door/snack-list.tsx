import type { VNode } from 'preact';
import { FilledIn } from '../../../../kits/forms/index.ts';
import { useFormats, useWords } from '../../../../platform/languages/reading.tsx';
import { ActionForm, Disclosure, Heading, Notice } from '../../../../ui/index.ts';
import { childrenMessages } from '../../children/words.ts';
import { dayPaths } from '../paths.ts';
import type { Snack } from '../store/snacks.ts';
import { dayMessages } from '../words.ts';
import type { DayProps } from './props.ts';
import { snackForm } from './snack-form.ts';
import { whoMustNot } from './snacks.ts';

/** What there is to eat, and who of today’s children must not have it. */
export function SnackList(props: DayProps): VNode {
  const t = useWords(dayMessages);
  const { session, snacks, form, isOpen } = props;
  return (
    <section class="stack">
      <Heading level={2}>{t('snacks')}</Heading>
      {snacks.length === 0 && <p>{t('no_snack_yet')}</p>}
      {snacks.map((snack) => (
        <OneSnack {...props} snack={snack} />
      ))}
      {isOpen && (
        <Disclosure id="snack" summary={t('add_snack')} open={form.refusals.length > 0}>
          <FilledIn
            of={snackForm}
            form={form}
            action={dayPaths.snacks({ id: session.id })}
            button={t('add_snack')}
          />
        </Disclosure>
      )}
    </section>
  );
}

function OneSnack({ snack, session, expected, isOpen }: DayProps & { readonly snack: Snack }): VNode {
  const t = useWords(dayMessages);
  const food = useWords(childrenMessages);
  const { list } = useFormats();
  const { not, unknown } = whoMustNot(snack, expected);
  const said = (foods: Snack['foods']) => list(foods.map((one) => food(`food_${one}`)));
  return (
    <div class="stack" data-gap="small">
      <p>
        <b>{snack.name}</b> {snack.foods.length > 0 && <span class="quiet">{said(snack.foods)}</span>}
      </p>
      {not.length > 0 && (
        <Notice tone="danger" title={t('snack_not_for')}>
          {not.map(({ child, foods }) => (
            <p>
              {child.name}: {said(foods)}
            </p>
          ))}
        </Notice>
      )}
      {unknown.length > 0 && (
        <Notice tone="notice">
          {t('snack_ask_first', { names: list(unknown.map(({ name }) => name)) })}
        </Notice>
      )}
      {not.length + unknown.length === 0 && <p class="quiet">{t('snack_for_all')}</p>}
      {isOpen && (
        <ActionForm
          action={dayPaths.snackRemoval({ id: session.id })}
          hidden={{ snack: snack.id }}
          label={`${t.plain('remove_snack')}: ${snack.name}`}
        >
          {t('remove_snack')}
        </ActionForm>
      )}
    </div>
  );
}
