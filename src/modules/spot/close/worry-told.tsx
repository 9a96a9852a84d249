import type { VNode } from 'preact';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import { Actions, Button, Card } from '../../../ui/index.ts';
import { EmergencyPanel, findDangers } from '../../safety/index.ts';
import { spotPaths } from '../paths.ts';
import type { Office } from '../request/reach-us.tsx';
import { spotMessages } from '../words.ts';

/**
 * For whoever told that something worried them: who knows, who contacts them by when, how to say more, and where help is
 * until then.
 * @param props.words what they wrote about it; empty when they only ticked that there was something
 */
export function WorryTold(props: {
  requestId: string;
  words: string;
  answeredBy: Temporal.Instant | null;
  office: Office;
}): VNode {
  const t = useWords(spotMessages);
  const formats = useFormats();
  const { phone } = props.office;
  return (
    <>
      <Card title={t('worry_told_title')} level={2} accent id="worry">
        {props.answeredBy && <p>{t('worry_told_when', { when: formats.dayTime(props.answeredBy) })}</p>}
        <p>{t('worry_told_who')}</p>
        {props.words === '' && <p>{t('worry_untold')}</p>}
        <Actions>
          {phone && (
            <Button href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`} icon="phone">
              {t('call_the_office', { phone: <span class="unbroken">{phone}</span> })}
            </Button>
          )}
          <Button href={`${spotPaths.requestConversation({ id: props.requestId })}#concern`}>
            {t('worry_tell_more')}
          </Button>
        </Actions>
      </Card>
      <EmergencyPanel dangers={[...new Set([...findDangers(props.words), 'violence' as const])]} />
    </>
  );
}
