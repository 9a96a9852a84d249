import type { VNode } from 'preact';
import type { Database } from '../../../platform/database/connect.ts';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import { ActionForm, Actions, Disclosure, Heading, Link, PersonName } from '../../../ui/index.ts';
import { givingPaths } from '../paths.ts';
import { givingStaffMessages } from '../words.ts';
import { keptUntil } from './store/forget.ts';
import { listMembers, type Member } from './store/households.ts';
import { listMerges, type Merge } from './store/merges.ts';
import { type Alike, listAlike } from './store/signs.ts';
import type { Donor } from './store.ts';

/** Who else has to do with a donor: who is perhaps the same, who was, and who lives with them. */
export interface Beside {
  readonly alike: readonly Alike[];
  readonly merges: readonly Merge[];
  readonly members: readonly Member[];
  /** Until when the law keeps who gave; null where it keeps nothing of them. */
  readonly keptUntil: Temporal.PlainDate | null;
}

export async function readBeside(db: Database, donor: Donor, now: Temporal.Instant): Promise<Beside> {
  return {
    alike: await listAlike(db, donor.id),
    merges: await listMerges(db, donor.id),
    members: await listMembers(db, donor),
    keptUntil: await keptUntil(db, donor.id, now),
  };
}

interface Props {
  readonly donor: Donor;
  readonly beside: Beside;
}

export function DonorBeside(props: Props): VNode {
  return (
    <>
      <PerhapsTheSame {...props} />
      <Household {...props} />
      <Merged {...props} />
      <Forgetting {...props} />
    </>
  );
}

function PerhapsTheSame({ donor, beside: { alike } }: Props): VNode | null {
  const t = useWords(givingStaffMessages);
  const { list } = useFormats();
  if (alike.length === 0) return null;
  return (
    <>
      <Heading level={2}>{t('donor_alike')}</Heading>
      <ul>
        {alike.map(({ id, name, signs }) => (
          <li>
            <Link href={givingPaths.donorsBeside({ id: donor.id, otherId: id })}>
              <PersonName>{name}</PersonName>
            </Link>{' '}
            {t('donor_alike_by', { signs: list(signs.map((sign) => t(`donor_sign_${sign}`))) })}
          </li>
        ))}
      </ul>
    </>
  );
}

function Household({ donor, beside: { members } }: Props): VNode | null {
  const t = useWords(givingStaffMessages);
  if (members.length === 0) return null;
  const getsLetters = members.some(({ id, isAddressee }) => isAddressee && id === donor.id);
  return (
    <>
      <Heading level={2}>{t('donor_household')}</Heading>
      <p>{t('donor_household_text')}</p>
      <ul>
        {members.map(({ id, name, isAddressee }) => (
          <li>
            <Link href={givingPaths.donor({ id })}>
              <PersonName>{name}</PersonName>
            </Link>
            {isAddressee && <> {t('donor_is_addressee')}</>}
          </li>
        ))}
      </ul>
      <Actions>
        {!getsLetters && (
          <ActionForm action={givingPaths.donorLetters(donor)}>{t('donor_get_letters')}</ActionForm>
        )}
        <ActionForm action={givingPaths.donorLeaving(donor)}>{t('donor_leave')}</ActionForm>
      </Actions>
    </>
  );
}

function Merged({ donor, beside: { merges } }: Props): VNode | null {
  const t = useWords(givingStaffMessages);
  const { day } = useFormats();
  if (merges.length === 0) return null;
  return (
    <>
      <Heading level={2}>{t('donor_merged')}</Heading>
      <ul>
        {merges.map(({ id, mergedName, at }) => {
          const names = {
            one: <PersonName>{donor.name}</PersonName>,
            other: <PersonName>{mergedName}</PersonName>,
          };
          return (
            <li>
              {t('donor_merged_on', { other: names.other, day: day(at) })}
              <ActionForm
                action={givingPaths.donorMergeUndoing({ mergeId: id })}
                confirm={t('donor_take_apart_text', { ...names, day: day(at) })}
              >
                {t('donor_take_apart')}
              </ActionForm>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** For whoever asks to be forgotten and has no account by which they could do it themselves. */
function Forgetting({ donor, beside: { keptUntil } }: Props): VNode {
  const t = useWords(givingStaffMessages);
  const { day } = useFormats();
  return (
    <Disclosure id="forget" summary={t('donor_forget')}>
      <p>{keptUntil ? t('donor_forget_kept', { day: day(keptUntil) }) : t('donor_forget_text')}</p>
      <ActionForm action={givingPaths.donorForgetting(donor)} kind="danger" confirm={t('donor_forget_sure')}>
        {t('donor_forget_button')}
      </ActionForm>
    </Disclosure>
  );
}
