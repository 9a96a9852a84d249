import type { VNode } from 'preact';
import { ActForm, Press } from '../../../kits/acts/index.ts';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import { Card, Checkboxes, SummaryList } from '../../../ui/index.ts';
import { CHANNELS, peopleMessages } from '../../people/index.ts';
import { pairForms } from '../pair/page/forms.ts';
import { type PairProps, shownOf } from '../pair/page/shown.ts';
import type { ShownOther } from '../propose/shown.ts';
import { pairsMessages } from '../words.ts';

type Props = PairProps & { readonly other: ShownOther };

/**
 * How else the two can reach each other: shown once both let it be seen, taken back at any time. Of a pair that is over,
 * for those who both wish to stay in touch.
 */
export function ContactCard(props: Props): VNode {
  const t = useWords(pairsMessages);
  const people = useWords(peopleMessages);
  const formats = useFormats();
  const { contact, other, pair } = props;
  const name = other.name.words;
  const given = contact.given && formats.list(contact.given.map((channel) => people(`channel_${channel}`)));
  const theirs = CHANNELS.flatMap((channel) => {
    const value = contact.theirs?.[channel];
    return value ? [{ label: people(`channel_${channel}`), value: <span dir="auto">{value}</span> }] : [];
  });
  return (
    <Card title={t(pair.overAt ? 'both_in_touch_title' : 'contact_title')} level={2} id="contact">
      {pair.overAt && <p>{t('both_in_touch_text', { name })}</p>}
      {theirs.length > 0 && <SummaryList rows={theirs} />}
      {theirs.length === 0 && !pair.overAt && <p>{t('contact_text')}</p>}
      {given ? (
        <>
          <p>{t(contact.theirs ? 'contact_shown' : 'contact_waiting', { channels: given, name })}</p>
          <Press table={pairForms} of={shownOf(props)} act="contact-removal">
            {t('contact_take_back')}
          </Press>
        </>
      ) : (
        <Give {...props} />
      )}
    </Card>
  );
}

function Give(props: Props): VNode {
  const t = useWords(pairsMessages);
  const people = useWords(peopleMessages);
  const { contact, form, other } = props;
  const choices = CHANNELS.flatMap((value) => {
    const address = contact.reach[value];
    return address ? [{ value, label: people(`channel_${value}`), hint: address }] : [];
  });
  return (
    <ActForm table={pairForms} of={shownOf(props)} act="contacts" button={t('contact_give')}>
      <Checkboxes
        name="channels"
        label={t('contact_channels', { name: other.name.words })}
        choices={choices}
        values={form.values('channels')}
        refusal={form.refusalOf('channels')}
      />
    </ActForm>
  );
}
