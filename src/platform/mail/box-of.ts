/** The mailbox behind an address: `sita+anything@example.org` comes to Sita as well, and with tags without end one stranger would flood her. */
export function mailboxOf(email: string): string {
  return email.replace(/(?<=.)\+[^@]*/, '');
}
