import type { VNode } from 'preact';
import { useWords } from '../../../platform/languages/reading.tsx';
import { Actions, Button, Card, Heading, Link, PersonName } from '../../../ui/index.ts';
import { conversationsPaths } from '../../conversations/index.ts';
import { LanguagesRead } from '../../people/index.ts';
import type { Contact } from '../desk/request/contact.ts';
import type { DeskProps } from '../desk/request/scene.ts';
import { deskMessages } from '../desk/words.ts';

/** Telephone and mail of those who are to be called now, and the way to write to both at once. */
export function CallCard({ contacts, conversations }: DeskProps): VNode | null {
  const t = useWords(deskMessages);
  if (contacts.length === 0) return null;
  const ofTheTwo = conversations?.find(({ kind, closedAt }) => kind === 'visit' && closedAt === null);
  return (
    <Card title={t('call_title')} level={2} id="call">
      <p>{t('call_text')}</p>
      {contacts.map((contact) => (
        <Reach contact={contact} />
      ))}
      {ofTheTwo && (
        <Actions>
          <Button href={conversationsPaths.conversation({ id: ofTheTwo.id })}>{t('write_to_both')}</Button>
        </Actions>
      )}
    </Card>
  );
}

function Reach({ contact }: { contact: Contact }): VNode {
  const t = useWords(deskMessages);
  const { side, name, phone, email, reads } = contact;
  return (
    <div class="stack" data-gap="small">
      <Heading level={3}>{t('call_whom', { party: side, name: <PersonName>{name}</PersonName> })}</Heading>
      <p class="quiet">{t('reads', { language: <LanguagesRead languages={reads} /> })}</p>
      <ul>
        <li>
          {phone ? (
            <Link href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`} kind="block">
              {t('call_number', { phone })}
            </Link>
          ) : (
            t('no_phone')
          )}
        </li>
        <li>
          {email ? (
            <Link href={`mailto:${email}`} kind="block">
              {email}
            </Link>
          ) : (
            t('no_email')
          )}
        </li>
      </ul>
    </div>
  );
}
