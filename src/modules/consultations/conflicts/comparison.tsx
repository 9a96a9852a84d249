import type { VNode } from 'preact';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import { assetUrls } from '../../../ui/assets.ts';
import { ActionForm, Actions, Button, Form, Heading, Notice, Prose, TextArea } from '../../../ui/index.ts';
import { consultationPaths } from '../paths.ts';
import { consultationMessages } from '../words.ts';
import { type Check, checkStanding, MOST_TRIES } from './rules.ts';

interface Props {
  readonly check: Check | null;
  readonly salt: string | null;
  readonly token: string;
  readonly now: Temporal.Instant;
}

/**
 * What an expert does before they see anything: their list is compared in their own browser. Without scripts, and for whoever
 * would rather not, a coordinator asks by phone.
 */
export function Comparison(props: Props): VNode {
  const { check, token, now } = props;
  const t = useWords(consultationMessages);
  const standing = checkStanding(check, now);
  const isStill = standing === 'open' || standing === 'running';
  return (
    <section>
      <Heading level={2}>{t('compare_title')}</Heading>
      {isStill && <p>{t('compare_lead')}</p>}
      {standing === 'possible' && <Notice title={t('compare_possible')}>{t('compare_possible_text')}</Notice>}
      {standing === 'used_up' && <Notice title={t('compare_used_up')}>{t('compare_used_up_text')}</Notice>}
      {isStill && (
        <>
          <div data-blind-plain>
            <Notice>{t('compare_without_scripts')}</Notice>
          </div>
          <div data-blind hidden class="stack">
            {standing === 'open' ? <Begin {...props} /> : <Running {...props} />}
            <Limits />
          </div>
          <script type="module" src={assetUrls().blind} />
        </>
      )}
      {check?.callWantedAt && <Notice tone="good">{t('call_is_wanted')}</Notice>}
      {!check?.callWantedAt && standing !== 'possible' && (
        <Actions>
          <ActionForm id="call" action={consultationPaths.expertCall({ token })}>
            {t('call_want')}
          </ActionForm>
        </Actions>
      )}
    </section>
  );
}

function Begin({ check, token }: Props): VNode {
  const t = useWords(consultationMessages);
  return (
    <>
      <p>{t('compare_tries', { tries: MOST_TRIES - (check?.tries ?? 0) })}</p>
      <ActionForm id="try" action={consultationPaths.expertTry({ token })} kind="main">
        {t('compare_begin')}
      </ActionForm>
    </>
  );
}

/** The list stands outside of the form: no browser sends it, with scripts or without. */
function Running({ check, salt, token }: Props): VNode {
  const t = useWords(consultationMessages);
  const { dayTime } = useFormats();
  return (
    <>
      {check?.untilAt && <p>{t('compare_until', { until: dayTime(check.untilAt) })}</p>}
      <TextArea name="clients" label={t('compare_list')} hint={t('compare_list_hint')} rows={8} />
      <div data-blind-salt={salt ?? ''}>
        <Form
          action={consultationPaths.expertComparison({ token })}
          label={t.plain('compare_title')}
          hidden={{ tryId: check?.tryId ?? '', whole: '', parts: '' }}
        >
          <Actions>
            <Button kind="main">{t('compare_go')}</Button>
          </Actions>
        </Form>
      </div>
    </>
  );
}

/** What such a comparison can't do, said before anybody trusts it. */
function Limits(): VNode {
  const t = useWords(consultationMessages);
  return (
    <Prose>
      <h3>{t('compare_limits')}</h3>
      <ul>
        <li>{t('compare_limit_sent')}</li>
        <li>{t('compare_limit_guess')}</li>
        <li>{t('compare_limit_writing')}</li>
        <li>{t('compare_limit_chance')}</li>
      </ul>
    </Prose>
  );
}
