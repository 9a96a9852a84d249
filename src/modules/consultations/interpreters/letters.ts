import type { Tx } from '../../../platform/database/connect.ts';
import { formatsIn } from '../../../platform/languages/formats.tsx';
import { enqueueMail } from '../../../platform/mail/send-mail.ts';
import type { MeetingWay } from '../appointment/store.ts';
import { talkLanguageName } from '../ask/form.ts';
import { type Field, type Matter, numberOfMatter } from '../types.ts';
import { consultationMessages } from '../words.ts';
import type { Interpreter } from './rules.ts';
import type { Interpreting } from './store/interpretings.ts';
import { termsOf } from './terms.ts';

interface Letter {
  readonly interpreter: Interpreter;
  readonly matter: Pick<Matter, 'number'>;
  readonly interpreting: Omit<Interpreting, 'tie' | 'interpreterId'>;
}

export const termLines = (field: Field): string =>
  termsOf(field)
    .map(({ japanese, reading, english }) => `${japanese}（${reading}）: ${english}`)
    .join('\n');

/** When, in which way and language, and the words to prepare with. Nothing of what was asked, nobody's name, not theirs either, and no place. */
export async function sendInvitation(
  tx: Tx,
  {
    interpreter,
    matter,
    interpreting,
    way,
    field,
  }: Letter & { readonly way: MeetingWay; readonly field: Field },
): Promise<void> {
  const t = consultationMessages.in('ja');
  const { id, startsAt, endsAt, language } = interpreting;
  const text = t.plain('interpreter_mail_text', {
    when: formatsIn('ja').plain.span(startsAt, endsAt),
    way: t.plain(`way_${way}`),
    language: talkLanguageName(language, 'ja'),
    terms: termLines(field),
  });
  await enqueueMail(tx, {
    to: interpreter.email,
    subject: t.plain('interpreter_mail_subject', { number: numberOfMatter(matter) }),
    text: `${text}\n`,
    language: 'ja',
    key: `interpreting:${id}`,
  });
}

/** That it will not take place, or not with them. */
export async function sendRelease(tx: Tx, { interpreter, matter, interpreting }: Letter): Promise<void> {
  const t = consultationMessages.in('ja');
  const when = formatsIn('ja').plain.span(interpreting.startsAt, interpreting.endsAt);
  await enqueueMail(tx, {
    to: interpreter.email,
    subject: t.plain('interpreter_mail_subject', { number: numberOfMatter(matter) }),
    text: `${t.plain('interpreter_release_text', { when })}\n`,
    language: 'ja',
    key: `interpreting:${interpreting.id}:ended`,
  });
}
