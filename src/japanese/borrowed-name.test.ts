import { describe, expect, it } from 'vitest';
import { isBorrowedName } from './borrowed-name.ts';

const HOUSES = ['特定非営利活動法人 となりの輪', 'Japan Intercultural Intelligence', '', 'JII'];

describe('isBorrowedName', () => {
  it.each([
    'JII 事務局',
    'ＪＩＩ',
    'J.I.I.',
    'J\u200bI\u200bI',
    'ЈІІ',
    'Jíí',
    'Admin',
    'ａｄｍｉｎ',
    'аdmin',
    'adm1n',
    'The Staff',
    'Official support',
    'コーディネーター',
    'ｺｰﾃﾞｨﾈｰﾀｰ',
    '小林（事務局）',
    '公式サポート',
    'スタッフ 山田',
    '协调员',
    '工作人员小王',
    'Japan Intercultural Intelligence',
    'JAPAN-INTERCULTURAL-INTELLIGENCE 2',
    '特定非営利活動法人・となりの輪',
  ])('%j is the organization’s', (name) => expect(isBorrowedName(name, HOUSES)).toBe(true));

  it.each([
    'Staffan Öberg',
    'Adminah',
    '小林 恵子',
    '山田スタン',
    'Nguyễn Thị Đỗ',
    '王小明',
    'Jiivan',
    'علی\u200cرضا',
    'अमित',
    'O’Brien',
    '😀',
  ])('%j is somebody’s own', (name) => expect(isBorrowedName(name, HOUSES)).toBe(false));

  it('is about the names of this organization, not of another', () => {
    expect(isBorrowedName('JII', ['結'])).toBe(false);
    expect(isBorrowedName('結', ['結'])).toBe(true);
    expect(isBorrowedName('結 太郎', ['結'])).toBe(false);
    expect(isBorrowedName('Bridges Setagaya office', ['Bridges Setagaya'])).toBe(true);
  });
});
