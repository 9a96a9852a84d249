import type { VNode } from 'preact';
import { BareForm, defineForm, formRoutes, Refusals, someOf } from '../../../kits/forms/index.ts';
import { housePaths } from '../../../platform/addresses/paths.ts';
import { useWords } from '../../../platform/languages/reading.tsx';
import { choices } from '../../../platform/web/form-fields.ts';
import type { FormState } from '../../../platform/web/form-state.ts';
import { type Call, page, type Reply, type Route, redirect, refusedBy } from '../../../platform/web/route.ts';
import { Notice, PageHead, Prose, TranslationNote } from '../../../ui/index.ts';
import { trustMessages } from '../messages.ts';
import { trustPaths } from '../paths.ts';
import { isOnTheWay } from '../rules.ts';
import { findStanding } from '../standing/store.ts';
import { takePledge } from '../steps/commands.ts';
import { PLEDGE_LINES } from '../types.ts';

const pledgeForm = defineForm(trustMessages, [
  someOf('lines', choices(PLEDGE_LINES), {
    label: 'pledge_lines',
    areSentences: true,
    choices: (locale) =>
      PLEDGE_LINES.map((value) => ({ value, label: trustMessages.in(locale)(`pledge_${value}`) })),
  }),
]);

/** What volunteers promise, ticked line by line. Who hasn't applied can read it, and is told to apply first; so can who took it. */
export const pledgeRoutes: readonly Route[] = formRoutes({
  path: trustPaths.volunteeringPledge,
  access: 'person',
  audit: 'trust.pledge.taken',
  of: pledgeForm,
  begin: () => ({}),
  show: pledgePage,
  async save(call) {
    const personId = call.actor.personId ?? '';
    const outcome = await takePledge(call.db, { personId, lines: call.fields.lines, now: call.now });
    if (!outcome.ok) return refusedBy(outcome.refusal);
    await call.audit({ subjectIds: [personId] });
    const text = trustMessages.in(call.locale).noted('pledge_taken');
    return redirect(housePaths.volunteering(), { tone: 'done', text });
  },
});

async function pledgePage(
  call: Pick<Call, 'db' | 'actor' | 'locale' | 'now'>,
  form: FormState,
): Promise<Reply> {
  const words = trustMessages.in(call.locale);
  const { application, steps } = await findStanding(call.db, call.actor.personId ?? '', call.now);
  const mayTake = isOnTheWay(application);
  const isTaken = steps.some(({ step, state }) => step === 'pledge' && state === 'holds');
  const isRefused = form.refusals.length > 0;
  return page(
    words.plain('pledge_title'),
    <>
      <PageHead
        title={words('pledge_title')}
        lead={words('pledge_lead')}
        back={{ href: housePaths.volunteering(), label: words('back_to_volunteering') }}
      />
      <TranslationNote />
      <Refusals of={pledgeForm} form={form} />
      {!mayTake && !isRefused && <Notice>{words('apply_before_you_pledge')}</Notice>}
      {mayTake && isTaken && <Notice tone="good">{words('you_have_pledged')}</Notice>}
      {mayTake && !isTaken ? (
        <BareForm
          of={pledgeForm}
          form={form}
          action={trustPaths.volunteeringPledge()}
          button={words('pledge_go')}
        />
      ) : (
        <Lines />
      )}
    </>,
  );
}

function Lines(): VNode {
  const words = useWords(trustMessages);
  return (
    <Prose>
      <ul>
        {PLEDGE_LINES.map((line) => (
          <li>{words(`pledge_${line}`)}</li>
        ))}
      </ul>
    </Prose>
  );
}
