import type { VNode } from 'preact';
import { z } from 'zod';
import { useFormats, useWords } from '../../../../platform/languages/reading.tsx';
import { choice } from '../../../../platform/web/form-fields.ts';
import { get, missing, page, post, type Route, redirect } from '../../../../platform/web/route.ts';
import { ActionForm, Actions, Notice, PageHead } from '../../../../ui/index.ts';
import { givingPaths } from '../../paths.ts';
import { givingMessages } from '../../words.ts';
import { findPractice, kindOf, type PracticeObject } from '../store/practice.ts';
import { isMonthly, PRESSES, press, pressesOf } from './press.ts';

/** The pages of the practice provider: part of the house only where it takes the payments. */
export const practiceRoutes: readonly Route[] = [
  get({
    path: givingPaths.practice,
    access: 'everyone',
    audit: null,
    async handle({ db, params, locale }) {
      const at = await findPractice(db, params.object);
      if (!at || !['cs', 'sub'].includes(kindOf(at.id))) return missing();
      return page(givingMessages.in(locale).plain('practice_title'), <PracticePage at={at} />);
    },
  }),
  post({
    path: givingPaths.practicePress,
    access: 'everyone',
    audit: null,
    form: z.object({ press: choice(PRESSES) }),
    async handle({ db, params, fields, now }) {
      const at = await findPractice(db, params.object, 'locked');
      if (!at) return missing();
      if (pressesOf(at).includes(fields.press)) await press(db, at, fields.press, now);
      const back = fields.press === 'close' ? at.back_left : fields.press === 'fail' ? null : at.back_done;
      if (!back) return redirect(givingPaths.practice({ object: at.id }));
      // It leads to pages of this very house, under whatever name a browser knows it.
      const { pathname, search } = new URL(back);
      const headers = { location: pathname + search };
      return { kind: 'response', response: new Response(null, { status: 303, headers }) };
    },
  }),
];

function PracticePage({ at }: { readonly at: PracticeObject }): VNode {
  const t = useWords(givingMessages);
  const { yen } = useFormats();
  const presses = pressesOf(at);
  const isEveryMonth = kindOf(at.id) === 'sub' || isMonthly(at);
  return (
    <>
      <PageHead title={t('practice_title')} lead={t('practice_lead')} />
      <Notice tone="notice">{t('practice_no_money')}</Notice>
      <p>
        {t(isEveryMonth ? 'practice_every_month' : 'practice_once', { amount: yen(at.amount_jpy) })}{' '}
        {t(`give_channel_${at.channel as 'card' | 'konbini' | 'paypay'}`)}
      </p>
      {presses.length === 0 && <p>{t('practice_over')}</p>}
      <Actions>
        {presses.map((one, index) => (
          <ActionForm
            action={givingPaths.practicePress({ object: at.id })}
            hidden={{ press: one }}
            kind={index === 0 ? 'main' : 'quiet'}
          >
            {t(`practice_press_${one}`)}
          </ActionForm>
        ))}
      </Actions>
    </>
  );
}
