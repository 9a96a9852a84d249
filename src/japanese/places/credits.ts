/**
 * The credits that the licenses of our maps and town lists ask for, word for word. Print them wherever
 * the ward map, a town or a distance is shown.
 */
export const GEO_CREDITS = [
  {
    text: '「国土数値情報（行政区域データ）」（国土交通省）を加工して作成',
    source: 'https://nlftp.mlit.go.jp/ksj/gml/datalist/KsjTmplt-N03-v3_0.html',
  },
  {
    text: '「Geolonia 住所データ」（株式会社Geolonia、CC BY 4.0）を加工して作成（国土交通省 位置参照情報、日本郵便 郵便番号データによる）',
    source: 'https://geolonia.github.io/japanese-addresses/',
  },
] as const;
