/** What may stand between the dots of a mail address (RFC 5322, `atext`). */
const ATOM = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+";
const HOST = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+([a-z]{2,63}|xn--[a-z0-9-]{1,59})$/;
const USUAL = new RegExp(`^${ATOM}(\\.${ATOM})*$`);
const WITH_ANY_DOTS = new RegExp(`^(${ATOM}|\\.)+$`);

/** Until 2009 Japanese carriers gave out addresses with dots anywhere; many people still have theirs. */
const CARRIERS =
  /(^|\.)(docomo\.ne\.jp|ezweb\.ne\.jp|au\.com|softbank\.ne\.jp|vodafone\.ne\.jp|i\.softbank\.jp|disney\.ne\.jp|willcom\.com|pdx\.ne\.jp|ymobile\.ne\.jp|emnet\.ne\.jp)$/;

/**
 * Whether mail can be sent to it: a mail address as RFC 5321 has it, in lower case, of at most 254 characters, without
 * quotes; or an old address of a Japanese carrier, with dots at the ends or side by side.
 */
export function isMailAddress(text: string): boolean {
  const at = text.lastIndexOf('@');
  const [local, host] = [text.slice(0, Math.max(0, at)), text.slice(at + 1)];
  if (text.length > 254 || local.length > 64 || !HOST.test(host)) return false;
  // An encoded word (RFC 2047) would be read as another address by some mail programs.
  if (local.includes('=?')) return false;
  return USUAL.test(local) || (CARRIERS.test(host) && WITH_ANY_DOTS.test(local));
}

/** As a mail server takes it: a local part with dots where the standard has none is quoted (RFC 5321, 4.1.2). */
export function quotedAddress(address: string): string {
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at);
  return USUAL.test(local) || at < 1 ? address : `"${local}"${address.slice(at)}`;
}
