import { UNSEEN } from './typed.ts';

/** Ends of addresses that names hardly ever have behind a dot. Those of countries are two letters. */
const ENDS =
  'com|net|org|info|biz|edu|gov|mil|int|app|dev|xyz|top|site|online|website|web|page|blog|shop|store|club|live|life|link|click|tel|mobi|pro|vip|win|bid|fun|icu|loan|work|world|today|space|zip|mov|asia|tokyo|osaka|kyoto|jobs|news|cloud|tech|email|support|help|cyou|sbs|cfd|buzz|monster|lol|ninja|rocks|finance|loans|xn--[a-z0-9-]+';
/** Before a dot they are titles and initials: Dr.Li and J.Li are people. */
const TITLES = 'dr|mr|mrs|ms|mx|prof|rev|st|sr|jr|co|no';
const LABEL = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?';
const BEHIND = '(?![\\p{L}\\p{N}-])';

const SCHEME = /[a-z][a-z0-9+.-]*:\s*[/\\]{2}|\b(?:mailto|tel|javascript|data):\S/iu;
const NAMED_WEB = /(?<![\p{L}\p{N}])www\d?\s*\.\s*\S/iu;
const HOST = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${LABEL}\\.)+(?:${ENDS})${BEHIND}`, 'iu');
const COUNTRY_HOST = new RegExp(
  `(?<![\\p{L}\\p{N}.-])(?!(?:${TITLES})\\.)(?:${LABEL}\\.)*${LABEL}[\\p{L}\\p{N}]\\.[a-z]{2}${BEHIND}(?!\\.)`,
  'iu',
);
const WITH_PATH = new RegExp(`(?:${LABEL}\\.)+[\\p{L}]{2,}(?::\\d+)?[/?#]\\S`, 'iu');
const MAIL = new RegExp(`\\S@(?:${LABEL}\\.)+[\\p{L}]{2,}`, 'iu');
const NUMBERS = /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])/u;

/** Full stops of other scripts count as dots for whoever opens an address, and so do letters of another width. */
const folded = (text: string) => text.replace(UNSEEN, '').normalize('NFKC').replaceAll(/[。｡]/gu, '.');

/**
 * Whether a name holds what mail programs turn into a link: a web or mail address, however it is spelled. A stranger could
 * otherwise have us send their link to anybody, under our name. Takes any text; `J.Li`, `Dr. Sato` and `Co.,Ltd.` hold none.
 */
export function holdsWebAddress(name: string): boolean {
  const read = folded(name);
  return [SCHEME, NAMED_WEB, HOST, COUNTRY_HOST, WITH_PATH, MAIL, NUMBERS].some((pattern) =>
    pattern.test(read),
  );
}

/** Whether a text goes on on another line. */
export const breaksLine = (text: string): boolean => /[\n\v\f\r\u0085\u2028\u2029]/u.test(text);

/**
 * A name as a mail says it: in one line; the address that an older one may hold stands there as it was written, but with signs
 * of which no mail program makes a link.
 */
export function nameInMail(name: string): string {
  const line = name.replaceAll(/[\s\u0085]+/gu, ' ').trim();
  if (!holdsWebAddress(line)) return line;
  const signs = {
    '.': '․',
    '。': '․',
    '｡': '․',
    '．': '․',
    ':': '：',
    '/': '／',
    '\\': '＼',
    '@': '＠',
  } as const;
  return line.replace(UNSEEN, '').replaceAll(/[.。｡．:/\\@]/gu, (sign) => signs[sign as keyof typeof signs]);
}
