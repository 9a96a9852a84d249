import { h } from 'preact';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { Task } from '../../../platform/jobs/task.ts';
import { drawDocument } from '../../../platform/languages/draw.ts';
import { isLocale, type Locale, localeFacts } from '../../../platform/languages/locales.ts';
import { defineMessages } from '../../../platform/languages/messages.tsx';
import type { Mail, Mailer } from '../../../platform/mail/mailer.ts';
import { sendOnce } from '../../../platform/mail/send-mail.ts';
import { organizationName, organizationSetting } from '../../../platform/settings/organization.ts';
import { readSetting } from '../../../platform/settings/settings.ts';
import { type Keys, newCode } from '../keys.ts';
import { hashOfCode } from './kept-code.ts';
import en from './messages/en.json' with { type: 'json' };
import ja from './messages/ja.json' with { type: 'json' };
import jaEasy from './messages/ja-easy.json' with { type: 'json' };
import zhHans from './messages/zh-Hans.json' with { type: 'json' };
import { CODE_MINUTES, SEND_CODE } from './request-code.ts';
import { findCodeToSend, keepHashOfCode } from './store.ts';

const mailMessages = defineMessages({ ja, 'ja-easy': jaEasy, en, 'zh-Hans': zhHans });

/**
 * The job that sends a code. The code is made here and leaves with the mail; the database keeps its hash. One that is
 * over or used by the time the job runs is not sent.
 */
export function sendCodeTask(mailer: Mailer, keys: Keys): Task {
  return {
    name: SEND_CODE,
    async run(payload, { db, clock, log }) {
      const { id } = payload as { id: string };
      const row = await findCodeToSend(db, id, clock());
      if (!row) return;
      const locale = isLocale(row.locale) ? row.locale : 'ja';
      const write = async (tx: Tx) => {
        const code = newCode();
        await keepHashOfCode(tx, id, hashOfCode(keys, row, code));
        return writeCodeMail(tx, { to: row.email, code, locale });
      };
      await sendOnce(`sign-in-code:${id}`, write, { mailer, context: { db, clock, log } });
    },
  };
}

/** The mail with a code: what it is for and how long it works. No link, since a scanner would follow it. */
async function writeCodeMail(
  db: Database,
  about: { to: string; code: string; locale: Locale },
): Promise<Mail> {
  const words = mailMessages.in(about.locale);
  const setting = await readSetting(db, organizationSetting);
  const before = { organization: organizationName(setting, about.locale) };
  const after = { minutes: CODE_MINUTES };
  const page = h('html', { lang: localeFacts[about.locale].tag }, [
    h('body', null, [
      h('p', null, words('code_is', before)),
      h('p', null, h('b', null, about.code)),
      h('p', null, words('how_long', after)),
      h('p', null, words('not_you')),
    ]),
  ]);
  return {
    to: about.to,
    subject: words.plain('subject', { organization: setting.shortName }),
    text: [
      words.plain('code_is', before),
      about.code,
      words.plain('how_long', after),
      words.plain('not_you'),
      '',
    ].join('\n\n'),
    html: drawDocument(page, about.locale),
    language: localeFacts[about.locale].tag,
  };
}
