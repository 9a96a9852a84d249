import type { VNode } from 'preact';
import { housePaths } from '../../../platform/addresses/paths.ts';
import { useWords } from '../../../platform/languages/reading.tsx';
import { type Organization, organizationSetting } from '../../../platform/settings/organization.ts';
import { Actions, Button, Card, Link } from '../../../ui/index.ts';
import { spotPaths } from '../paths.ts';
import { spotMessages } from '../words.ts';

/** The setting that says by which number the office is reached. */
export const officeSetting = organizationSetting;
export type Office = Pick<Organization, 'phone'>;

/**
 * What to do when something is wrong, for the two who meet; on paper the number stands by itself.
 * @param props.canWrite whether there is a conversation in which coordinators can be told
 */
export function ReachUs(props: { office: Office; requestId: string; canWrite: boolean }): VNode {
  const t = useWords(spotMessages);
  const { phone } = props.office;
  const number = <span class="unbroken">{phone}</span>;
  return (
    <Card title={t('something_wrong_title')} level={2} id="something-wrong">
      <p>{t('something_wrong_text')}</p>
      {phone && <p data-print-only>{t('call_the_office', { phone: number })}</p>}
      <Actions>
        {phone && (
          <Button href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`} icon="phone">
            {t('call_the_office', { phone: number })}
          </Button>
        )}
        {props.canWrite && (
          <Button href={`${spotPaths.requestConversation({ id: props.requestId })}#concern`}>
            {t('tell_a_coordinator')}
          </Button>
        )}
      </Actions>
      <p data-screen-only>
        <Link href={housePaths.helpNow()}>{t('see_helplines')}</Link>
      </p>
    </Card>
  );
}
