import type { VNode } from 'preact';
import { z } from 'zod';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import { useFormats, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import { choice, requiredText, text } from '../../../platform/web/form-fields.ts';
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
import {
  ActionForm,
  Actions,
  Button,
  Form,
  FormErrors,
  Heading,
  Notice,
  OwnWords,
  PageHead,
  Radios,
  SummaryList,
} from '../../../ui/index.ts';
import { callName, dayInJapan, findPerson } from '../../people/index.ts';
import { type Advice, listAdvices } from '../afterwards/store.ts';
import { talkLanguageName } from '../ask/form.ts';
import { saltOf } from '../conflicts/compare.ts';
import { Comparison } from '../conflicts/comparison.tsx';
import { type Check, checkStanding, isCleared } from '../conflicts/rules.ts';
import { findCheck } from '../conflicts/store/checks.ts';
import { Countdown } from '../deadlines/countdown.tsx';
import { consultationPaths } from '../paths.ts';
import { openMatterKey } from '../sealed/matter-key.ts';
import type { ConsultationServices } from '../services.ts';
import { type Deadline, listDeadlines } from '../store/deadlines.ts';
import { listEntries } from '../store/entries.ts';
import { findMatter } from '../store/matters.ts';
import { noteOpening } from '../store/openings.ts';
import { type Matter, numberOfMatter } from '../types.ts';
import { consultationMessages } from '../words.ts';
import { acceptReferral, refuseReferral } from './commands.ts';
import { readAdvice, writeNote } from './reading.ts';
import { answerUntil, NO_REASONS, type Standing, standingOf } from './rules.ts';
import { findMatterOfReferral, findReferral, type Referral } from './store.ts';
import { readReferralToken } from './token.ts';
import { MOST_LETTERS, Working } from './working.tsx';

/** Too few to try links by chance. */
const LIMIT = { by: 'person', tries: 60, minutes: 10 } as const;
const MOST_ENTRIES = 100;
type DoorCall = Pick<Call<{ token: string }, unknown, Database>, 'db' | 'params' | 'locale' | 'now'>;
type Sealing = Pick<ConsultationServices, 'secret'>;

/** What was agreed to be passed on; what was not is not even read from the database. */
interface Passed {
  readonly words: readonly string[];
  readonly deadlines: readonly Deadline[];
  readonly name: string | null;
  /** What the expert is to read before it is given; not a matter of what is passed on, but of what they have said. */
  readonly draft: Advice | null;
}

interface Props {
  readonly check: Check | null;
  readonly salt: string | null;
  readonly matter: Matter;
  readonly referral: Referral;
  readonly standing: Standing;
  readonly passed: Passed | null;
  readonly token: string;
  readonly form: FormState;
  readonly now: Temporal.Instant;
}

/** A referral that was asked of whoever has the link; of the matter nothing is opened by it. */
export async function findAtDoor(services: Sealing, { db, params, now }: DoorCall) {
  const id = readReferralToken(services, params.token);
  const matterId = id && (await findMatterOfReferral(db, id));
  const matter = matterId ? await findMatter(db, matterId) : null;
  const key = matter && (await openMatterKey(db, matter.id));
  const referral = key ? await findReferral(db, key, id ?? '') : null;
  // Before the mail goes there is no link; whoever makes one finds nothing.
  if (!matter || !key || !referral?.askedAt) return null;
  const check = await findCheck(db, referral.id);
  const standing = standingOf(referral, matter.state, now);
  const reads = standing === 'accepted' && isCleared(checkStanding(check, now));
  return { matter, key, referral, standing, check, reads };
}

async function pass(
  { db, locale }: DoorCall,
  { matter, key, referral }: NonNullable<Awaited<ReturnType<typeof findAtDoor>>>,
): Promise<Passed> {
  const has = (one: Referral['passes'][number]) => referral.passes.includes(one);
  const person = has('name') ? await findPerson(db, matter.residentId) : null;
  return {
    words: has('words')
      ? (await listEntries(db, key, { kinds: ['words'], most: MOST_ENTRIES })).map(({ words }) => words)
      : [],
    deadlines: has('deadlines') ? await listDeadlines(db, matter.id) : [],
    name: person ? callName(person, locale) : null,
    draft: (await listAdvices(db, key)).find(({ givenAt }) => !givenAt) ?? null,
  };
}

async function show(services: Sealing, call: DoorCall, form: FormState): Promise<Reply> {
  const found = await findAtDoor(services, call);
  if (!found) return missing();
  const passed = found.reads ? await pass(call, found) : null;
  const salt = found.check?.tryId ? saltOf(services, found.check.tryId) : null;
  const title = consultationMessages.in(call.locale).plain('expert_title', {
    number: numberOfMatter(found.matter),
  });
  const body = <ExpertPage {...found} {...{ passed, form, salt }} token={call.params.token} now={call.now} />;
  return { ...page(title, body), isShownOnce: true };
}

export const showAtDoor =
  (services: Sealing) =>
  (call: DoorCall, form: FormState): Promise<Reply> =>
    show(services, call, form);

const about = ({ id, residentId }: Matter) => ({
  subjectIds: [residentId],
  object: { kind: 'consultations.matter', id },
});

/**
 * The expert's page: by the link of a mail, without an account. The link alone changes nothing, since scanners follow links;
 * whether it opens is asked of the referral at each look.
 */
export function expertRoutes(services: Sealing): readonly Route[] {
  return [
    get({
      path: consultationPaths.expertReferral,
      access: 'everyone',
      audit: 'consultations.referral.viewed',
      limit: LIMIT,
      async handle(call) {
        const found = await findAtDoor(services, call);
        if (!found) return missing();
        const { matter, referral, reads } = found;
        // An expert without an account is known by their referral: that is how the resident reads who it was.
        if (reads)
          await noteOpening(call.db, {
            matterId: matter.id,
            personId: referral.id,
            now: call.now,
            as: 'expert',
          });
        await call.audit(about(matter));
        return show(services, call, FormState.fresh());
      },
    }),
    post({
      path: `${consultationPaths.expertReferral.pattern}/acceptance`,
      access: 'everyone',
      audit: 'consultations.matter.expert_accepted',
      limit: LIMIT,
      form: z.object({}),
      handle: (call) => answer(services, call, { act: acceptReferral, says: 'you_have_accepted' }),
      again: (call, form) => show(services, call, form),
    }),
    post({
      path: `${consultationPaths.expertReferral.pattern}/refusal`,
      access: 'everyone',
      audit: 'consultations.matter.expert_refused',
      limit: LIMIT,
      form: z.object({ reason: choice(NO_REASONS) }),
      handle: (call) =>
        answer(services, call, {
          act: (tx, on) => refuseReferral(tx, { ...on, reason: call.fields.reason }),
          says: 'you_have_refused',
        }),
      again: (call, form) => show(services, call, form),
    }),
    ...workRoutes(services),
  ];
}

/** What an expert does who has taken it on. */
function workRoutes(services: Sealing): readonly Route[] {
  return [
    post({
      path: `${consultationPaths.expertReferral.pattern}/reading`,
      access: 'everyone',
      audit: 'consultations.advice.read',
      limit: LIMIT,
      form: z.object({ writtenAt: text(20) }),
      handle: (call) =>
        answer(services, call, {
          act: (tx, on) => readAdvice(tx, { ...on, writtenAt: call.fields.writtenAt }),
          says: 'you_have_read',
        }),
      again: (call, form) => show(services, call, form),
    }),
    post({
      path: `${consultationPaths.expertReferral.pattern}/notes`,
      access: 'everyone',
      audit: 'consultations.note.written',
      limit: LIMIT,
      form: z.object({ note: requiredText(MOST_LETTERS) }),
      handle: (call) =>
        answer(services, call, {
          act: (tx, on) => writeNote(tx, { ...on, words: call.fields.note }),
          says: 'you_have_written',
        }),
      again: (call, form) => show(services, call, form),
    }),
  ];
}

async function answer(
  services: Sealing,
  call: Pick<Call<{ token: string }, unknown, Tx>, 'audit' | 'db' | 'params' | 'locale' | 'now'>,
  {
    act,
    says,
  }: {
    readonly act: typeof acceptReferral;
    readonly says: 'you_have_accepted' | 'you_have_refused' | 'you_have_read' | 'you_have_written';
  },
): Promise<Reply> {
  const { db, params, now, locale } = call;
  const found = await findAtDoor(services, call);
  if (!found) return missing();
  const { matter, referral } = found;
  const on = { matterId: matter.id, referralId: referral.id, as: 'expert', byPersonId: null, now } as const;
  const outcome = await act(db, on);
  if (!outcome.ok) return refusedBy(outcome.refusal);
  await call.audit(about(matter));
  const text = consultationMessages.in(locale).noted(says);
  return redirect(consultationPaths.expertReferral(params), { tone: 'done', text });
}

function ExpertPage(props: Props): VNode {
  const { matter, referral, standing, check, form, now } = props;
  const t = useWords(consultationMessages);
  const locale = useLocale();
  const { day, dayTime } = useFormats();
  const isOpen = standing === 'asked' || standing === 'accepted';
  const isSeen = isOpen && isCleared(checkStanding(check, now));
  return (
    <>
      <PageHead title={t('expert_title', { number: numberOfMatter(matter) })} />
      <FormErrors refusals={form.refusals} />
      {!isOpen && (
        <Notice title={t('expert_over')}>
          <p>{t('expert_over_text')}</p>
        </Notice>
      )}
      {standing === 'asked' && referral.askedAt && (
        <p>{t('expert_asked_text', { until: dayTime(answerUntil(referral.askedAt)) })}</p>
      )}
      {isOpen && !isSeen && <Comparison {...props} />}
      {isSeen && (
        <SummaryList
          rows={[
            { label: t('field'), value: t(`field_${matter.field}`) },
            { label: t('language'), value: talkLanguageName(matter.language, locale) },
            { label: t('urgency'), value: t(`urgency_${matter.urgency}`) },
            { label: t('expert_talk'), value: t(`expert_talk_${referral.manner}`) },
            { label: t('expert_open_until'), value: day(referral.untilOn) },
          ]}
        />
      )}
      {standing === 'asked' && <Asked {...props} isSeen={isSeen} />}
      {props.passed && <PassedOn {...props} passed={props.passed} />}
      {props.passed && <Working {...props} draft={props.passed.draft} />}
    </>
  );
}

function Asked({ token, form, isSeen }: Props & { readonly isSeen: boolean }): VNode {
  const t = useWords(consultationMessages);
  const at = consultationPaths.expertReferral({ token });
  return (
    <>
      {isSeen && (
        <Actions>
          <ActionForm id="accept" action={`${at}/acceptance`} kind="main">
            {t('expert_accept')}
          </ActionForm>
        </Actions>
      )}
      <Heading level={2}>{t('expert_refuse_title')}</Heading>
      <Form action={`${at}/refusal`} label={t.plain('expert_refuse_title')}>
        <Radios
          {...form.field('reason')}
          label={t('expert_reason')}
          choices={NO_REASONS.map((value) => ({ value, label: t(`no_reason_${value}`) }))}
        />
        <Actions>
          <Button>{t('expert_refuse')}</Button>
        </Actions>
      </Form>
    </>
  );
}

function PassedOn({ passed, now }: Props & { readonly passed: Passed }): VNode {
  const t = useWords(consultationMessages);
  return (
    <section>
      <Heading level={2}>{t('passed_on')}</Heading>
      <Notice>{t('expert_pledge')}</Notice>
      {passed.name && <p>{passed.name}</p>}
      {passed.deadlines.length > 0 && <Countdown deadlines={passed.deadlines} today={dayInJapan(now)} />}
      {passed.words.map((words) => (
        <OwnWords as="p">{words}</OwnWords>
      ))}
    </section>
  );
}
