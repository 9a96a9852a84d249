import { EVENTS_ARE_KEPT } from './events/forget-events.ts';
import { type Keeping, numberOf, type PersonalDataMap, type Rule } from './personal-data.ts';

/** What serves for a while only: its row is deleted so long after a moment. */
const brief = (name: string, keeping: Keeping): Rule => ({
  name,
  of: null,
  keep: [keeping],
  end: 'delete',
  export: 'never',
  leaving: { keeps: 'soon_gone' },
});
/** The person who has an address, for what was written before anybody was known. */
const byAddress = (column: string) => `${column}<people.persons.email.id`;

const CODE: Rule = {
  ...brief('codes', { after: 'ran_out', from: 'expires_at', lasts: 'P1D' }),
  of: byAddress('email'),
  leaving: 'delete',
};
const CHALLENGE: Rule = { ...CODE, of: 'person_id' };
const SESSION: Rule = {
  name: 'sessions',
  of: 'person_id',
  keep: [{ after: 'signed_out', from: 'ended_at', lasts: 'P30D' }],
  atMost: { after: 'signed_in', from: 'created_at', lasts: 'P365D' },
  end: 'delete',
  export: 'row',
  leaving: 'delete',
};
const DEVICE: Rule = {
  ...SESSION,
  name: 'known_devices',
  keep: [{ after: 'signed_in', from: 'last_used_at', lasts: 'P400D' }],
  atMost: { after: 'signed_in', from: 'last_used_at', lasts: 'P400D' },
};
const KEY: Rule = {
  name: 'keys',
  of: 'person_id',
  keep: 'as_long_as_person',
  end: 'delete',
  export: 'row',
  leaving: 'delete',
};
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

const who = (purpose: string, rule: Rule) => ({ class: 'identity', purpose, rule }) as const;
const device = who('to let somebody recognize their devices', SESSION);
const knownDevice = who('to let somebody in although strangers ask for codes in their name', DEVICE);
const key = who('to sign in without a code', KEY);
const secret = { ...who('to sign in without a code', KEY), export: 'never' } as const;
const secondFactor = {
  ...who('to be sure of staff who see the records of others', KEY),
  export: 'never',
} as const;
const recovery = { ...who('to sign in when a phone is lost', KEY), export: 'never' } as const;
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
  'auth.codes': {
    id: 'none',
    token_hash: 'none',
    code_hash: 'none',
    form_hash: 'none',
    email: { class: 'contact', purpose: 'to send a code for signing in', rule: CODE },
    locale: 'none',
    back: 'none',
    tries: 'none',
    created_at: 'none',
    expires_at: 'none',
    used_at: 'none',
    session_id: 'none',
  },
  'auth.sessions': {
    id: 'none',
    token_hash: 'none',
    person_id: device,
    means: 'none',
    browser: device,
    system: device,
    created_at: device,
    last_seen_at: device,
    strong_at: 'none',
    ended_at: 'none',
  },
  'auth.known_devices': {
    token_hash: 'none',
    person_id: knownDevice,
    created_at: knownDevice,
    last_used_at: knownDevice,
  },
  'auth.challenges': {
    challenge: 'none',
    purpose: 'none',
    person_id: who('to ask a device whether it is theirs', CHALLENGE),
    expires_at: 'none',
  },
  'auth.passkeys': {
    id: 'none',
    credential_id: secret,
    person_id: key,
    public_key: 'none',
    counter: 'none',
    transports: 'none',
    browser: key,
    system: key,
    created_at: 'none',
    last_used_at: key,
  },
  'auth.authenticators': {
    person_id: secondFactor,
    sealed_secret: { ...secondFactor, sealed: ['person_id'] },
    last_step: 'none',
    created_at: 'none',
  },
  'auth.recovery_codes': { code_hash: 'none', person_id: recovery, created_at: 'none', used_at: recovery },
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
