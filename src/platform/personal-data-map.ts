import { EVENTS_ARE_KEPT } from './events/forget-events.ts';
import { brief, byAddress, numberOf, type PersonalDataMap, type Rule, who } from './personal-data.ts';

/** Bytes lie outside the database: the nightly task deletes both. */
const FILE: Rule = {
  name: 'files',
  of: 'owner_id',
  keep: [{ after: 'file_let_go', from: 'delete_after', lasts: 'P0D' }],
  end: 'delete',
  export: 'module',
  leaving: 'delete',
  task: 'forget-files',
};
const AUDIT: Rule = {
  ...numberOf,
  name: 'audit',
  of: 'subject_id',
  export: 'module',
  leaving: { keeps: 'proof' },
};
/** Numbers, behind which there is nobody once their people have left. */
const EVENT: Rule = {
  ...numberOf,
  name: 'events',
  keep: [{ after: 'happened', from: 'at', lasts: EVENTS_ARE_KEPT }],
  end: 'delete',
  task: 'forget-events',
};
const MAILBOX: Rule = {
  ...brief('mails', { after: 'sent', from: 'sent_at', lasts: 'P30D' }),
  of: byAddress('recipient'),
  leaving: 'delete',
};

const file = who('to show a photo only to those who may see it', FILE);
const mailbox = {
  class: 'contact',
  purpose: 'to show mails where no mail server is set up, never with real people',
  rule: MAILBOX,
} as const;
const deed = who('to show a person who has looked at their record, and to find misuse', AUDIT);
const watched = who('to find staff who read more records than their work needs', numberOf);
const refused = who('to count who is refused again and again', {
  ...brief('tries', { after: 'tried', from: 'started_at', lasts: 'P1D' }),
  task: 'sum-up-refusals',
});

/** What each column that the platform itself keeps can hold, what for and how long. */
export const platformPersonalData: PersonalDataMap = {
  'platform.settings': {
    subject: 'none',
    value: 'none',
    changed_at: 'none',
    changed_by: who('to know who changed a setting', numberOf),
  },
  'platform.figures': { name: 'none', rows: 'none', counted_at: 'none' },
  'platform.idempotency_keys': {
    key: 'none',
    actor: who(
      'to do once what was sent twice',
      brief('presses', { after: 'sent', from: 'created_at', lasts: 'P3D' }),
    ),
    content_sha256: 'none',
    route: 'none',
    location: 'none',
    created_at: 'none',
  },
  'platform.acts': { noun: 'none', act: 'none', from_state: 'none', to_state: 'none' },
  'platform.events': {
    sequence: 'none',
    id: 'none',
    type: 'none',
    ids: who('to let a part of the program that comes later know what has happened', EVENT),
    at: 'none',
  },
  'platform.listener_positions': { listener: 'none', event: 'none', heard_to: 'none', seen_at: 'none' },
  'platform.rate_windows': {
    subject: who(
      'to slow down whoever tries too often',
      brief('tries', { after: 'tried', from: 'started_at', lasts: 'P1D' }),
    ),
    started_at: 'none',
    tries: 'none',
  },
  'platform.erasures': {
    person_id: who('to erase again what a backup would bring back', numberOf),
    asked_at: 'none',
    erased_at: 'none',
    rule_version: 'none',
  },
  'platform.files': {
    id: 'none',
    owner_id: file,
    kind: 'none',
    media_type: 'none',
    byte_count: 'none',
    width: 'none',
    height: 'none',
    name: 'none',
    key: { ...file, sealed: ['id'] },
    sha256: 'none',
    created_at: 'none',
    delete_after: 'none',
  },
  'platform.kept_forms': {
    token: 'none',
    path: 'none',
    fields: {
      class: 'free_text',
      purpose: 'to keep what was typed while somebody signs in again',
      rule: brief('kept_forms', { after: 'ran_out', from: 'delete_after', lasts: 'P0D' }),
      sealed: ['token'],
    },
    delete_after: 'none',
  },
  'platform.sent_mail': {
    key: who('to send a mail once only', brief('mails', { after: 'sent', from: 'sent_at', lasts: 'P30D' })),
    sent_at: 'none',
  },
  'platform.mail_hindered': { only_one: 'none', since: 'none', last_at: 'none', because: 'none' },
  'platform.development_mail': {
    id: 'none',
    recipient: mailbox,
    subject: mailbox,
    body: mailbox,
    sent_at: 'none',
  },
  'audit.entries': {
    id: 'none',
    at: 'none',
    actor_id: deed,
    actor_role: 'none',
    action: 'none',
    object_kind: 'none',
    object_id: deed,
    subject_id: deed,
    outcome: 'none',
    detail: deed,
    position: 'none',
    hash: 'none',
  },
  'audit.refusals': {
    who: refused,
    what: refused,
    person_id: refused,
    role: 'none',
    action: 'none',
    code: 'none',
    object_kind: 'none',
    object_id: refused,
    started_at: 'none',
    repeats: 'none',
  },
  'audit.seals': { position: 'none', key_name: 'none', hash: 'none', at: 'none', mark: 'none' },
  'audit.checks': {
    only_one: 'none',
    checked_at: 'none',
    round_position: 'none',
    round_hash: 'none',
    round_ended_at: 'none',
  },
  'audit.alarms': {
    id: 'none',
    kind: 'none',
    raised_at: 'none',
    position: 'none',
    person_id: watched,
    hour_count: 'none',
    day_count: 'none',
    closed_at: 'none',
    closed_by: watched,
    closed_because: 'none',
  },
  'audit.chain': { only_one: 'none', position: 'none', hash: 'none' },
};

/** What the whole database can hold of people: the platform's own, and what modules say. */
export function listMaps(
  modules: readonly { readonly personalData?: PersonalDataMap }[],
): readonly PersonalDataMap[] {
  return [
    platformPersonalData,
    ...modules.flatMap(({ personalData }) => (personalData ? [personalData] : [])),
  ];
}
