/** A way of writing that is not ours in one kind of catalog, and what stands instead (GLOSSARY.md). */
interface Wording {
  readonly catalogs: RegExp;
  readonly found: RegExp;
  readonly instead: string;
}

const WORDINGS: readonly Wording[] = [
  { catalogs: /^zh/, found: /你/u, instead: '您, 双方' },
  {
    catalogs: /^zh/,
    found: /感想|(?<!无痕)窗口|年末年初|拜托|写信|审核|账号/u,
    instead: 'the Chinese word of the glossary',
  },
  { catalogs: /^zh/, found: /(?<![因如从彼由])此(?![前外后之])/u, instead: '这' },
  { catalogs: /^zh/, found: /\p{Script=Han} [{#\d]|[}#\d] \p{Script=Han}/u, instead: 'no space' },
  { catalogs: /(^|\.)ja$/, found: /(^|[。、「」（{])いま(?![すせし])/u, instead: '今' },
  {
    catalogs: /(^|\.)ja$/,
    found: /[A-Za-z\d}] (?=[をがにのはとで])|[をがにのはとで] (?=[A-Za-z\d{])/u,
    instead: 'no space',
  },
  {
    catalogs: /(^|\.)ja$/,
    found: /けた(?=の数字)|一緒に|詳し|(?<!統)一つ|ひとつ|組織|誰/u,
    instead: '桁, いっしょに, くわし, 1つ, 団体, だれ',
  },
  {
    catalogs: /en$/,
    found: /e-mail|better place|\b\d{1,2} (?:January|March|April|December)\b/iu,
    instead: 'American English',
  },
  // Mail as such goes out of a mail server; one of it is an email.
  {
    catalogs: /en$/,
    found: /\b(?:an?|the|by|each|every|newer|no|second) mail\b(?! server)|\bmail(?:s|ed)\b|\bmail address/iu,
    instead: 'email',
  },
  { catalogs: /en$/, found: /[}\d] %/u, instead: 'no space before %' },
  { catalogs: /en$/, found: /payment company|card provider/iu, instead: 'payment provider' },
  { catalogs: /(^|\.)ja$/, found: /領収書/u, instead: '受領証明書' },
  {
    catalogs: /(^|\.)ja$/,
    found: /お預かりします/u,
    instead: 'いただきます: a gift is not kept for its giver',
  },
  { catalogs: /^zh/, found: /捐赠者|本机构/u, instead: '捐款人, 本团体' },
  {
    catalogs: /^ja-easy$/,
    found: /わたしたち|もう 一度|二人|大丈夫|て(?:ください|います|いません)/u,
    instead: '私たち, もう一度, 2人, だいじょうぶ, て ください',
  },
  { catalogs: /^ja-easy$/, found: /ありがとう[。！]/u, instead: 'ありがとう ございます' },
  { catalogs: /^ja-easy$/, found: /[。、](?=[^\s」』）}{<])/u, instead: 'a space after 。 and 、' },
  { catalogs: /^ja-easy$/, found: /\} (?=[をがにのはとで](?: |$))/u, instead: 'no space before a particle' },
  {
    catalogs: /^ja-easy$/,
    found: /(?:サインイン|サインアウト) (?=する|した|して)/u,
    instead: 'サインインする',
  },
  { catalogs: /^ja-easy$/, found: /[^\s（「{]「/u, instead: 'a space before 「' },
  { catalogs: /^ja-easy$/, found: /[うくすつぬむるぐぶ]こと(?=[がをは])/u, instead: 'a space before こと' },
  { catalogs: /^ja-easy$/, found: /話《はな》(?=[をがは])/u, instead: '話《はなし》 as a noun' },
  // 2日までに is by the second of the month; within two days is 2日の うちに.
  {
    catalogs: /^ja-easy$/,
    found: /(?<!月《[^》]*》 ?｜?\d?)(?:\d日《[^》]*》|\{time\}|\d時間《じかん》)までに/u,
    instead: 'の うちに',
  },
  {
    catalogs: /./,
    found: /\{backOn\}(?:まで|为止|之前)|(?:until|till|by) \{backOn\}/u,
    instead: 'a day on which somebody is back is no last day',
  },
  // 同意を同意を: typed twice. 救急《きゅうきゅう》 is no phrase.
  { catalogs: /./, found: /(?!きゅうきゅう|PayPay)([^\s.]{3,})\1/u, instead: 'a phrase once' },
];

/** What a message of a catalog says in other words than ours, as sentences; empty when it is as it should be. */
export function checkWording(catalog: string, message: string): string[] {
  return WORDINGS.filter(({ catalogs }) => catalogs.test(catalog)).flatMap(({ found, instead }) => {
    const seen = found.exec(message)?.[0];
    return seen ? [`says “${seen}”; we write: ${instead}`] : [];
  });
}
