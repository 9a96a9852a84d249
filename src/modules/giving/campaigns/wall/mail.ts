import { nameInMail } from '../../../../japanese/web-address.ts';
import type { Database } from '../../../../platform/database/connect.ts';
import { hrefIn } from '../../../../platform/languages/reading.tsx';
import type { Mail } from '../../../../platform/mail/mailer.ts';
import { organizationName, organizationSetting } from '../../../../platform/settings/organization.ts';
import { readSetting } from '../../../../platform/settings/settings.ts';
import { writeMail } from '../../letter.tsx';
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
  const organization = await readSetting(db, organizationSetting);
  const link = services.publicUrl + hrefIn(locale, givingPaths.wallName({ token: wallToken(services, id) }));
  const title = plainly(wordsOf(campaign, locale).title, locale);
  return writeMail({
    ...{ to: email, locale, organization: organizationName(organization, locale) },
    subject: givingMessages.in(locale).plain('wall_mail_subject', { organization: organization.shortName }),
    paragraphs: [
      { says: 'wall_mail_asked', params: { campaign: title } },
      { says: 'wall_mail_name', params: { name: nameInMail(name) } },
      { says: 'wall_mail_link', href: link },
      { says: 'wall_mail_not_you' },
    ],
  });
}
