/**
 * The credit lines that the licenses of our maps and town lists ask for, word for word. Print them
 * wherever the ward map, a town or a distance is shown.
 */
export const GEO_CREDITS: readonly string[] = [
  '「国土数値情報（行政区域データ）」（国土交通省）を加工して作成',
  '「Geolonia 住所データ」（CC BY 4.0）を加工して作成（国土交通省「位置参照情報」・日本郵便「郵便番号データ」による）',
];
