import type { VNode } from 'preact';
import { listTowns } from '../../../../../japanese/places.ts';
import { useLocale, useWords } from '../../../../../platform/languages/reading.tsx';
import type { FormState } from '../../../../../platform/web/form-state.ts';
import {
  Actions,
  Button,
  ChoiceCards,
  Disclosure,
  PlaceField,
  Radios,
  TextField,
} from '../../../../../ui/index.ts';
import { listMunicipalityChoices, placeWordsOf } from '../../../../people/index.ts';
import { MOST, PLACE_KINDS } from '../../../types.ts';
import { spotMessages } from '../../../words.ts';
import { type Home, townsToChooseFrom } from '../place.ts';
import { type AskedOf, useAskWords } from './ask-words.ts';

/** Where: in person, online or by phone. The place is asked only of those who meet in person. */
export function WhereFields(props: {
  form: FormState;
  home: Home | null;
  /** Where nothing is kept on the way: the town of a postcode is found when the form is sent. */
  isWithoutFinding?: boolean | undefined;
  of?: AskedOf | undefined;
}): VNode {
  const { form, home } = props;
  const t = useAskWords(props.of);
  return (
    <>
      <ChoiceCards
        {...form.field('placeKind')}
        brief
        label={t('place_kind_label')}
        choices={PLACE_KINDS.map((kind) => ({
          value: kind,
          picture: kind,
          label: t(`place_kind_${kind}`),
          hint: t(`place_kind_${kind}_hint`),
        }))}
      />
      <div class="only-in-person">
        {home ? (
          <HomeOrElsewhere form={form} home={home} />
        ) : (
          <Place form={form} isWithoutFinding={props.isWithoutFinding} />
        )}
        <Disclosure
          summary={t('place_more')}
          open={['placeName', 'exactAddress'].some((one) => form.value(one) !== '' || form.refusalOf(one))}
        >
          <p class="field-hint">{t('where_lead')}</p>
          <TextField
            {...form.field('placeName')}
            label={t('place_name_label')}
            hint={t('place_name_hint')}
            maxLength={MOST.placeName}
            optional
          />
          <TextField
            {...form.field('exactAddress')}
            label={t('exact_address_label')}
            hint={t('exact_address_hint')}
            maxLength={MOST.exactAddress}
            optional
          />
        </Disclosure>
      </div>
    </>
  );
}

/** Nobody is taken to need help where they live: an office or a hospital is often in another town. */
function HomeOrElsewhere({ form, home }: { form: FormState; home: Home }): VNode {
  const t = useWords(spotMessages);
  const locale = useLocale();
  const wasTyped = form.value('place.municipality') !== '' || form.value('place.postcode') !== '';
  return (
    <>
      <Radios
        {...form.field('placeAt')}
        value={form.value('placeAt') || (wasTyped ? 'elsewhere' : '')}
        label={t('place_label')}
        hint={t('place_hint')}
        choices={[
          { value: 'home', label: t('place_at_home', { place: placeWordsOf(home, locale) ?? '' }) },
          { value: 'elsewhere', label: t('place_elsewhere') },
        ]}
        optional
        quietOptional
      />
      <div class="only-elsewhere">
        <Place form={form} />
      </div>
    </>
  );
}

function Place({
  form,
  isWithoutFinding,
}: {
  form: FormState;
  isWithoutFinding?: boolean | undefined;
}): VNode {
  const t = useWords(spotMessages);
  const [postcode, municipality] = [form.value('place.postcode'), form.value('place.municipality')];
  const find = !isWithoutFinding && (
    <Actions>
      <Button name="intent" value="find" noCheck>
        {t('find_town')}
      </Button>
    </Actions>
  );
  return (
    <PlaceField
      name="place"
      label={t('place_by_town')}
      municipalities={listMunicipalityChoices(useLocale())}
      towns={listTowns(municipality)}
      townsOfPostcode={townsToChooseFrom(postcode, municipality)}
      findTown={find}
      value={{ postcode, municipality, town: form.value('place.town') }}
      refusals={{
        postcode: form.refusalOf('place.postcode'),
        municipality: form.refusalOf('place.municipality'),
        town: form.refusalOf('place.town'),
      }}
      optional
      quietOptional
    />
  );
}
