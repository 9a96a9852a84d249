import type { Database } from '../../../../platform/database/connect.ts';
import { localeFacts } from '../../../../platform/languages/locales.ts';
import { hrefIn } from '../../../../platform/languages/reading.tsx';
import type { Mail } from '../../../../platform/mail/mailer.ts';
import { organizationName, organizationSetting } from '../../../../platform/settings/organization.ts';
import { readSetting } from '../../../../platform/settings/settings.ts';
import { givingPaths } from '../../paths.ts';
import type { GivingServices } from '../../services.ts';
import { givingMessages } from '../../words.ts';
import { plainly, wordsOf } from '../open/words.ts';
import type { Giver } from '../store/wall.ts';
import type { Campaign } from '../types.ts';
import { wallToken } from './token.ts';

/** The mail whose link makes a name public, and takes it back later. */
export async function writeWallMail(
  db: Database,
  { id, name, giver, campaign }: { id: string; name: string; giver: Giver; campaign: Campaign },
  services: GivingServices,
): Promise<Mail> {
  const { locale, email } = giver;
  const t = givingMessages.in(locale);
  const organization = await readSetting(db, organizationSetting);
  const link = services.publicUrl + hrefIn(locale, givingPaths.wallName({ token: wallToken(services, id) }));
  const title = plainly(wordsOf(campaign, locale).title, locale);
  return {
    to: email,
    subject: t.plain('wall_mail_subject', { organization: organization.shortName }),
    text: [
      t.plain('wall_mail_asked', { campaign: title }),
      t.plain('wall_mail_name', { name }),
      t.plain('wall_mail_link'),
      link,
      t.plain('wall_mail_not_you'),
      organizationName(organization, locale),
      '',
    ].join('\n\n'),
    language: localeFacts[locale].tag,
  };
}
