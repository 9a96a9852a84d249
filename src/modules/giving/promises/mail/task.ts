import { nameInMail } from '../../../../japanese/web-address.ts';
import type { Tx } from '../../../../platform/database/connect.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import type { Task } from '../../../../platform/jobs/task.ts';
import { formatsIn } from '../../../../platform/languages/formats.tsx';
import type { Params } from '../../../../platform/languages/messages.tsx';
import { enqueueMail } from '../../../../platform/mail/send-mail.ts';
import { makeTokens, type Tokens } from '../../../../platform/sealed/tokens.ts';
import { organizationName, organizationSetting } from '../../../../platform/settings/organization.ts';
import { readSetting } from '../../../../platform/settings/settings.ts';
import { mailAddressOf } from '../../donors/mail-address.ts';
import { findAddressee, listMembers } from '../../donors/store/households.ts';
import { type Donor, findDonor } from '../../donors/store.ts';
import { givingPaths } from '../../paths.ts';
import type { GivingServices } from '../../services.ts';
import { MAIL } from '../doing.ts';
import { mayRepair } from '../rules.ts';
import { sumOfYear } from '../store/due.ts';
import { findPromise } from '../store/promises.ts';
import { findStep } from '../store/steps.ts';
import { promiseLink } from '../token.ts';
import type { MonthlyPromise, PromiseStep } from '../types.ts';
import { type Letter, type LetterKind, writeLetter } from './write.ts';

/** The job that tells a donor by mail what became of their promise: a step once, in the language they read by then. */
export function mailTask({ secret, publicUrl }: Pick<GivingServices, 'secret' | 'publicUrl'>): Task {
  const keys = makeTokens(secret);
  return {
    name: MAIL,
    async run(payload, { db, clock }) {
      const { stepId } = payload as { stepId: number };
      await inTransaction(db, (tx) => tellDonor(tx, stepId, { keys, origin: publicUrl, now: clock() }));
    },
  };
}

interface Tools {
  readonly keys: Tokens;
  readonly origin: string;
  readonly now: Temporal.Instant;
}

async function tellDonor(tx: Tx, stepId: number, tools: Tools): Promise<void> {
  const step = await findStep(tx, stepId);
  const kind = step && kindOf(step);
  const promise = step && (await findPromise(tx, step.promiseId));
  if (!kind || !promise) return;
  const gives = await findDonor(tx, promise.donorId);
  // A household gets one statement; all else is between us and whoever promised it.
  const donor = gives && step.act === 'sum_up' ? await findAddressee(tx, gives) : gives;
  const to = donor && (await mailAddressOf(tx, donor));
  if (!to) return;
  const isTheirs = donor.id === gives?.id;
  const organization = await readSetting(tx, organizationSetting);
  const mail = writeLetter({
    to,
    name: donor.name,
    locale: donor.locale,
    organization: organizationName(organization, donor.locale),
    origin: tools.origin,
    kind,
    params: { ...(await paramsOf(tx, { step, promise, donor })), email: organization.email },
    links: linksOf(kind, promise, tools).filter(({ says }) => isTheirs || says === 'promise_mail_mine'),
  });
  await enqueueMail(tx, { ...mail, key: `promise:${stepId}` });
}

const KINDS = {
  begin: 'began',
  pause: 'paused',
  resume: 'resumed',
  change: 'changed',
  fail_card: 'card_failed',
  lapse: 'lapsed',
  recover: 'recovered',
  pay_late: 'paid_late',
  thank: 'thanked',
  sum_up: 'summed_up',
} as const;
const STOPPED = {
  donor: 'stopped',
  treasurer: 'stopped_by_us',
  house: 'stopped_by_us',
  provider: 'stopped_elsewhere',
} as const;

function kindOf({ act, party }: PromiseStep): LetterKind | null {
  if (act === 'announce') return null;
  return act === 'cancel' ? STOPPED[party] : KINDS[act];
}

async function paramsOf(
  tx: Tx,
  { step, promise, donor }: { step: PromiseStep; promise: MonthlyPromise; donor: Donor },
): Promise<Params> {
  const { plain, yen } = formatsIn(donor.locale);
  const number = Number(step.once?.split(':')[1]);
  const { amounts, pausedUntil } = step;
  return {
    amount: yen(amounts?.after ?? promise.amount),
    ...(amounts && { before: yen(amounts.before) }),
    ...(pausedUntil && { day: plain.day(pausedUntil) }),
    ...(step.act === 'thank' && { years: number / 12 }),
    ...(step.act === 'sum_up' && (await yearOf(tx, donor, number))),
  };
}

async function yearOf(tx: Tx, donor: Donor, year: number): Promise<Params> {
  const household = await listMembers(tx, donor);
  const { list, yen } = formatsIn(donor.locale);
  const members = household.length > 0 ? household : [donor];
  const { count, sum } = await sumOfYear(
    tx,
    members.map(({ id }) => id),
    year,
  );
  const others = members.filter(({ id }) => id !== donor.id).map(({ name }) => nameInMail(name));
  return {
    year: String(year),
    count,
    sum: yen(sum),
    others: list(others),
    household: others.length > 0 ? 'yes' : 'no',
  };
}

function linksOf(kind: LetterKind, promise: MonthlyPromise, { keys, now }: Tools): Letter['links'] {
  const link = promiseLink(keys, promise.id, now);
  const manage = { says: 'promise_mail_manage', path: givingPaths.promise(link) } as const;
  const isOver = promise.state === 'cancelled';
  return [
    ...(mayRepair(promise) && (kind === 'card_failed' || kind === 'lapsed')
      ? [{ says: 'promise_mail_card', path: givingPaths.promiseCard(link) } as const]
      : []),
    ...(isOver ? [] : [manage]),
    { says: 'promise_mail_mine', path: givingPaths.mine() },
  ];
}
