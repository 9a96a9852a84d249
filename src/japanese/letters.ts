import { UNSEEN } from './typed.ts';

/**
 * Ways of writing one character of a name, each set's first being the one by which all are found. Names keep the way
 * their owner writes them; these are for finding and putting in order only. After 法務省「戸籍統一文字情報」 and the
 * variants that people's registers know (異体字); 斎 and 斉 are two characters, and one to whoever types.
 */
const VARIANTS = [
  '高髙',
  '崎﨑嵜碕',
  '浜濱濵',
  '斎齋斉齊',
  '辺邊邉',
  '沢澤',
  '島嶋嶌',
  '広廣',
  '徳德',
  '恵惠',
  '真眞',
  '瀬瀨',
  '渋澁澀',
  '桜櫻',
  '竜龍',
  '富冨',
  '曽曾',
  '桑桒',
  '柳栁',
  '吉𠮷',
  '国國圀',
  '栄榮',
  '関關',
  '蔵藏',
  '条條',
  '寿壽',
  '万萬',
  '礼禮',
  '静靜',
  '縄繩',
  '浅淺',
  '円圓',
  '学學',
  '会會',
  '来來',
  '仏佛',
  '与與',
  '巌巖',
  '峰峯',
  '館舘',
  '船舩',
  '秋穐',
  '検檢',
  '黒黑',
  '経經',
  '県縣',
  '弥彌',
  '実實',
  '亜亞',
  '滝瀧',
  '弁辨',
  '鉄鐵',
  '郎郞',
  '横橫',
  '増增',
  '緑綠',
  '青靑',
  '清淸',
  '頼賴',
  '朗朖',
  '歩步',
  '気氣',
  '薫薰',
  '雑雜',
  '勲勳',
  '芸藝',
  '桧檜',
  '薮藪',
  '鴎鷗',
] as const;
const FIRST_OF = new Map(
  VARIANTS.flatMap(([first = '', ...others]) => others.map((other) => [other, first])),
);

/** Letters that Unicode does not take apart, as the people who bear them are looked for. */
const LATIN: Readonly<Record<string, string>> = {
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ø: 'o',
  ß: 'ss',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ħ: 'h',
  ŋ: 'ng',
  ŧ: 't',
  ĸ: 'k',
  ə: 'e',
  ʻ: '',
};

/** Marks on letters (é, ễ, the vowel signs of Arabic), but not the two that make が of か. */
const MARKS = /[\p{Mn}&&[^\u3099\u309a]]/gv;
/**
 * Letters as they are compared: without width, case, marks and what can't be seen; đ as d, ß as ss, 髙 as 高. Kana keep
 * their voicing. Never for showing. Takes any text.
 */
export function foldLetters(text: string): string {
  const plain = text.normalize('NFKD').replace(MARKS, '').normalize('NFKC').replace(UNSEEN, '').toLowerCase();
  const bare = plain.normalize('NFKD').replace(MARKS, '').normalize('NFKC');
  return bare.replace(/\P{ASCII}/gu, (one) => LATIN[one] ?? FIRST_OF.get(one) ?? one);
}
