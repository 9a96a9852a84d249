import { describe, expect, test } from 'vitest';
import { readConfiguration } from './configuration.ts';

const AT = 'postgres://otonari:secret@127.0.0.1:5432';
const demonstration = (more: Record<string, string>) => () =>
  readConfiguration({ DEMONSTRATION: 'true', ...more }).demonstration;

describe('a demonstration', () => {
  test.each([
    ['the embedded database', {}],
    ['a database called demo', { DATABASE_URL: `${AT}/demo` }],
    ['one whose name ends in _demo', { DATABASE_URL: `${AT}/otonari_demo?sslmode=require` }],
    ['the same for its owner', { DATABASE_URL: `${AT}/demo`, DATABASE_OWNER_URL: `${AT}/demo` }],
  ])('starts on %s', (_what, environment) => {
    expect(demonstration(environment)()).toBe(true);
  });

  test.each([
    ['another database', { DATABASE_URL: `${AT}/otonari` }],
    ['a host called demo', { DATABASE_URL: 'postgres://demo.example.org/otonari' }],
    ['a user called demo', { DATABASE_URL: 'postgres://demo:demo@127.0.0.1/otonari' }],
    ['a parameter that says demo', { DATABASE_URL: `${AT}/otonari?application_name=demo` }],
    ['a name that only holds the word', { DATABASE_URL: `${AT}/demo_of_2026` }],
    ['a name that ends in a longer word', { DATABASE_URL: `${AT}/nodemo` }],
    ['a path below it', { DATABASE_URL: `${AT}/otonari/demo` }],
    ['no name at all', { DATABASE_URL: AT }],
    ['another owner’s database', { DATABASE_URL: `${AT}/demo`, DATABASE_OWNER_URL: `${AT}/otonari` }],
    ['a mail server', { SMTP_URL: 'smtps://mail.example.org' }],
  ])('refuses to start with %s', (_what, environment) => {
    expect(demonstration(environment)).toThrow(/^DEMONSTRATION /);
  });

  test('is never what one gets without asking for it', () => {
    for (const word of [undefined, '', 'false', '0'])
      expect(readConfiguration({ DEMONSTRATION: word }).demonstration).toBe(false);
    expect(() => readConfiguration({ DEMONSTRATION: 'perhaps' })).toThrow();
  });
});
