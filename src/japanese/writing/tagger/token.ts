/** A word of a text as the dictionary knows it (IPADIC; its own names for kinds and forms). */
export interface Token {
  /** In UTF-16 units of the text that was tagged. */
  readonly from: number;
  readonly to: number;
  readonly surface: string;
  /** As it stands in a dictionary; the surface where the dictionary does not know it. */
  readonly base: string;
  /** In hiragana; null where the dictionary does not know it. */
  readonly reading: string | null;
  /** 名詞, 動詞, 助詞 … */
  readonly kind: string;
  /** サ変接続, 数, 接尾, 固有名詞 … */
  readonly detail: string;
  /** Of names: 人名, 地域, 組織. */
  readonly name: string;
  /** 連用形, 未然形 … */
  readonly form: string;
  /** 一段, 五段・サ行, サ変・スル … */
  readonly way: string;
}
