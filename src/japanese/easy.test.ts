import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import words from './data/easy-words.json' with { type: 'json' };
import { checkEasyJapanese } from './easy.ts';

const rulesIn = (text: string) => [...new Set(checkEasyJapanese(text).map((finding) => finding.rule))];
const refusedIn = (text: string) =>
  checkEasyJapanese(text)
    .filter((finding) => finding.level === 'refused')
    .map((finding) => finding.rule);

describe('easy Japanese', () => {
  it.each([
    '',
    '病院《びょういん》へ いっしょに 行《い》きます。',
    '薬《くすり》を ください。',
    'お医者《いしゃ》さんに 見《み》せて ください。',
    'ありがとう ございます。',
    '{name}さんが 11月《がつ》22日《にち》（日曜日《にちようび》）に 来《き》ます。',
    '24時間《じかん》 電話《でんわ》が できます。',
    '電話《でんわ》：03-6258-1227',
    '午後《ごご》2時《じ》は 「14:00」と 書《か》いて ください。',
    '〇を つけて ください。',
    '{count, plural, other {#人《にん》が 待《ま》って います。}}',
    '<link>ここ</link>を おして ください。',
    '一人《ひとり》、 ｜2人《ふたり》、 3人《にん》、 {count}人《にん》、 人《ひと》',
    '｜20日《はつか》、 ｜2日《ふつか》、 30日《にち》、 {days}日《にち》、 日《ひ》',
    '10分《ぷん》、 25分《ふん》、 ｜30分《さんじゅっぷん》、 {minutes}分《ふん》',
    'この 方《かた》は 左《ひだり》の 方《ほう》です。 電車《でんしゃ》の 方《ほう》が 早《はや》いです。',
    '｜4月《しがつ》、 6か月《げつ》、 この 月《つき》、 ｜1日《ついたち》',
    '｜7日間《なのかかん》、 ｜1日間《いちにちかん》、 ｜30日間《さんじゅうにちかん》',
    '今日《きょう》と 明日《あした》、 何《なに》を、 何《なん》ですか',
    '舎人《とねり》、 日下部《くさかべ》、 御徒町《おかちまち》、 小林《こばやし》',
    '｜2日《ふつか》の うちに 連絡《れんらく》します。',
    '｜4月《しがつ》 ｜2日《ふつか》までに 出《だ》して ください。',
    '{day}までに 答《こた》えて ください。 午後《ごご》 2時《じ》までに 来《き》て ください。',
    'これは 不可欠《ふかけつ》です。',
  ])('is accepted: %s', (text) => {
    expect(refusedIn(text)).toEqual([]);
  });

  it.each([
    ['Y1', 'とても '.repeat(21)],
    ['Y2', 'すぐに 開始《かいし》します。'],
    ['Y3', '病院へ 行《い》きます。'],
    ['Y3', '病院《ビョウ院》へ'],
    ['Y3', 'びょういん《びょういん》'],
    ['Y3', '一人《いちにん》で 来《き》ます。'],
    ['Y3', '二十日《にじゅうにち》です。'],
    ['Y3', '｜20日《にじゅうにち》です。'],
    ['Y3', '3日《にち》です。'],
    ['Y3', '舎人《しゃじん》です。'],
    ['Y3', '日下部《ひかべ》さん'],
    ['Y3', '御徒町《ごとまち》です。'],
    ['Y3', 'この 方《ほう》は 先生《せんせい》です。'],
    ['Y3', '｜7日間《しちにちかん》 待《ま》ちます。'],
    ['Y3', '左《ひだり》の 方《かた》です。'],
    ['Y3', '3人《ひと》です。'],
    ['Y3', '2人《ふたり》です。'],
    ['Y3', '三人《さんじん》です。'],
    ['Y3', '10分《ふん》です。'],
    ['Y3', '｜10分《じゅうふん》です。'],
    ['Y3', '25分《ぷん》です。'],
    ['Y3', '小林《しょうりん》さん'],
    ['Y3', '駅《びょういん》です。'],
    ['Y12', 'ふつう ｜2日《ふつか》までに 連絡《れんらく》します。'],
    ['Y12', '{days}日《にち》までに 連絡《れんらく》します。'],
    ['Y12', '13時間《じかん》までに 見《み》つかりました。'],
    ['Y5', 'お待《ま》ち ください。'],
    ['Y5', 'ご確認《かくにん》ください。'],
    ['Y5', '｜お申し込み《おもうしこみ》ください。'],
    ['Y5', 'メールを いただきました。'],
    ['Y5', 'こちらで ございます。'],
    ['Y5', '電話《でんわ》を いたします。'],
    ['Y5', 'お帰《かえ》りに なります。'],
    ['Y6', 'わからない わけでは ありません。'],
    ['Y6', 'できなくは ない。'],
    ['Y9', 'こわれると 思《おも》われます。'],
    ['Y12', '11/22に 来《き》て ください。'],
    ['Y12', '2026-11-22に 来《き》て ください。'],
    ['Y12', '１１月《がつ》に 来《き》て ください。'],
    ['Y12', '14時《じ》に 来《き》て ください。'],
    ['Y12', '9:30に 来《き》て ください。'],
    ['Y12', '午前《ごぜん》9時《じ》〜11時《じ》'],
    ['Y12', '6ヶ月《かげつ》'],
    ['Y12', '令和《れいわ》8年《ねん》に 来《き》ました。'],
  ])('refuses by %s: %s', (rule, text) => {
    expect(refusedIn(text)).toContain(rule);
  });

  it.each([
    [
      'Y1',
      'これは 駅《えき》の 近《ちか》くに ある 大《おお》きい 病院《びょういん》へ 友《とも》だちと いっしょに 行《い》った ときの とても 長《なが》い 話《はなし》です。',
    ],
    ['Y1', 'くつ、ぼうし、かばんです。'],
    ['Y2', '登録《とうろく》します。'],
    ['Y2', '契約《けいやく》が 停止《ていし》に なりました。'],
    ['Y4', '外国人住民支援団体活動報告会資料《がいこくじん》を 見《み》ます。たのしいです。'],
    ['Y4', '憂鬱《ゆううつ》です。'],
    ['Y6', '行《い》かなければ なりません。'],
    ['Y7', 'なくすと しかられます。'],
    ['Y7', '子《こ》どもに 食《た》べさせます。'],
    ['Y8', 'ずきずき します。'],
    ['Y9', '水《みず》など'],
    ['Y10', '早《はや》く ねる ことが 大切《たいせつ》です。'],
    ['Y11', 'アコモデーションです。'],
    ['Y12', '11月《がつ》22日《にち》に 来《き》ます。'],
    ['Y13', 'あしたのあさはやくここにきてください。'],
    ['Y14', 'あした きます。'.repeat(160)],
    ['Y15', 'サポーターが 来《き》ます。'],
    ['Y16', '在留《ざいりゅう》カードを 見《み》せます。'],
  ])('advises by %s: %s', (rule, text) => {
    expect(rulesIn(text)).toContain(rule);
    expect(refusedIn(text)).toEqual([]);
  });

  it.each([
    '手続《てつづ》きを します。',
    'ここから サインインできます。',
    '薬《くすり》を 飲《の》ませません。',
    'マンスリーサポーターは 毎月《まいつき》 寄付《きふ》を します。',
  ])('finds no hard word, sound or second name in %s', (text) => {
    expect(rulesIn(text).filter((rule) => ['Y2', 'Y8', 'Y15'].includes(rule))).toEqual([]);
  });

  it('asks to look at a reading that its table does not have', () => {
    const finding = checkEasyJapanese('提灯《ちょうちん》です。').find(({ params }) => 'add' in params);
    expect(finding).toMatchObject({ rule: 'Y3', level: 'advised', at: 0 });
  });

  it('keeps an official word that is explained where it first stands', () => {
    const text =
      '在留《ざいりゅう》カード（いつも 持《も》つ カード）です。在留《ざいりゅう》カードを 見《み》せます。';
    expect(rulesIn(text)).not.toContain('Y16');
  });

  it('accepts an era year beside the Western one', () => {
    expect(refusedIn('2026年《ねん》（令和《れいわ》8年《ねん》）です。')).toEqual([]);
  });

  it('does not count readings, spaces and the names of placeholders', () => {
    const short = `{aVeryLongPlaceholderName}${'病《びょうびょうびょう》 '.repeat(30)}`;
    expect(rulesIn(short)).not.toContain('Y1');
  });

  it('says where and what, counted in the notation as given', () => {
    const text = 'あした、病院《びょういん》へ 持参《じさん》する。';
    const finding = checkEasyJapanese(text).find(({ rule }) => rule === 'Y2');
    expect(finding).toEqual({
      rule: 'Y2',
      level: 'refused',
      at: text.indexOf('持参'),
      params: { found: '持参', instead: '持って来ます' },
    });
  });

  it('points inside any string at all', () => {
    const unit = fc.constantFrom(
      '病',
      'ア',
      'な',
      'い',
      '《',
      '》',
      '｜',
      '{',
      '}',
      '〜',
      '1',
      '/',
      ' ',
      '。',
      '𠮷',
    );
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit }), fc.string()), (text) => {
        for (const { at } of checkEasyJapanese(text)) expect(at).toBeLessThan(Math.max(text.length, 1));
      }),
    );
  });
});

describe('the word list', () => {
  it.each(Object.entries(words.official))('explains %s in easy Japanese', (_word, explanation) => {
    expect(refusedIn(explanation)).toEqual([]);
  });

  it.each(Object.entries({ ...words.refused, ...words.advised }))(
    'replaces %s by easier words',
    (word, instead) => {
      const found = checkEasyJapanese(instead).filter(
        ({ rule, level }) => rule === 'Y2' && level === 'refused',
      );
      expect(found).toEqual([]);
      expect(checkEasyJapanese(word).map(({ rule }) => rule)).toContain('Y2');
    },
  );
});
