import { formatsIn } from '../../../platform/languages/formats.tsx';
import type { SettingsPlace } from '../../../platform/parts/settings-place.ts';
import { trustStaffMessages } from '../messages.ts';
import { trustPaths } from '../paths.ts';
import { findPolicy } from './store.ts';

/** The steps to approval among all that an administrator sets. */
export const policyPlace: SettingsPlace = {
  href: trustPaths.policy(),
  title: trustStaffMessages.label('policy_title'),
  what: trustStaffMessages.label('policy_what'),
  order: 40,
  async inShort({ db, now, locale }) {
    const t = trustStaffMessages.in(locale);
    const { steps } = await findPolicy(db, now);
    const required = steps.filter(({ demand }) => demand === 'required').map(({ step }) => t(`step_${step}`));
    return [{ name: t('demand_required'), value: formatsIn(locale).list(required) }];
  },
  changes: { kind: 'trust.policy' },
};
