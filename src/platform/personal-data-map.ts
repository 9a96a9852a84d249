import type { PersonalDataMap } from './personal-data.ts';

const SESSION = 'a month after it has ended, a year at the most';
const CODE = 'a day after it has run out';
const AUDIT = 'never changed or deleted; the person is known by a number only';

const who = (purpose: string, retention: string) => ({ class: 'identity', purpose, retention }) as const;
const kept = (purpose: string) =>
  ({ class: 'free_text', purpose, retention: 'an hour, or until it is sent', sealed: ['token'] }) as const;
const device = who('to let somebody recognize their devices', SESSION);
const key = who('to sign in without a code', 'until its owner removes it');
const secondFactor = who('to be sure of staff who see the records of others', 'until it is removed');
const recovery = who('to sign in when a phone is lost', 'until new ones are made');
const file = who('to show a photo only to those who may see it', 'until the day the file is deleted');
const mailbox = {
  class: 'contact',
  purpose: 'to show mails where no mail server is set up, never with real people',
  retention: 'a month',
} as const;
const deed = who('to show a person who has looked at their record, and to find misuse', AUDIT);

/** What each column that the platform itself keeps can hold, what for and how long. */
export const platformPersonalData: PersonalDataMap = {
  'auth.codes': {
    id: 'none',
    token_hash: 'none',
    code_hash: 'none',
    form_hash: 'none',
    email: { class: 'contact', purpose: 'to send a code for signing in', retention: CODE },
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
  'auth.challenges': {
    challenge: 'none',
    purpose: 'none',
    person_id: who('to ask a device whether it is theirs', CODE),
    expires_at: 'none',
  },
  'auth.passkeys': {
    id: 'none',
    credential_id: key,
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
    changed_by: who('to know who changed a setting', 'until it is changed again'),
  },
  'platform.idempotency_keys': {
    key: 'none',
    actor: who('to do once what was sent twice', 'three days'),
    content_sha256: 'none',
    route: 'none',
    location: 'none',
    created_at: 'none',
  },
  'platform.rate_windows': {
    subject: who('to slow down whoever tries too often', 'a day'),
    started_at: 'none',
    tries: 'none',
  },
  'platform.files': {
    id: 'none',
    owner_id: file,
    kind: 'none',
    media_type: 'none',
    byte_count: 'none',
    width: 'none',
    height: 'none',
    sha256: 'none',
    created_at: 'none',
    delete_after: 'none',
  },
  'platform.kept_forms': {
    token: 'none',
    path: 'none',
    fields: kept('to keep what was typed while somebody signs in again'),
    delete_after: 'none',
  },
  'platform.sent_mail': { key: 'none', sent_at: 'none' },
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
  'audit.chain': { only_one: 'none', position: 'none', hash: 'none' },
};
