/**
 * What is wrong with the fonts and the tags of a printed file: fonts that are not embedded, not cut
 * down to what is printed, or no TrueType (nameless Type 3 cannot be searched); pages without tags, a
 * language or a title.
 */
export function fileFaultsOf(pdf: Uint8Array): string[] {
  const text = Buffer.from(pdf).toString('latin1');
  const faults: string[] = [];
  const descriptors = text.match(/\/Type \/FontDescriptor\b/g)?.length ?? 0;
  const embedded = text.match(/\/FontFile2 \d+ 0 R/g)?.length ?? 0;
  if (descriptors === 0) faults.push('没有字体');
  if (embedded !== descriptors) {
    faults.push(`${String(descriptors)}种字体只嵌入了${String(embedded)}种`);
  }
  if (/\/Subtype \/Type3\b/.test(text)) faults.push('有 Type 3 字体');
  for (const [, name = ''] of text.matchAll(/\/FontName \/(\S+)/g)) {
    if (!/^[A-Z]{6}\+/.test(name)) faults.push(`字体 ${name} 没有取子集`);
  }
  for (const [mark, what] of MARKS) if (!mark.test(text)) faults.push(`没有${what}`);
  return faults;
}

const MARKS: readonly (readonly [RegExp, string])[] = [
  [/\/StructTreeRoot \d+ 0 R/, '结构标记'],
  [/\/Marked true/, '已加标记的声明'],
  [/\/Lang \(zh-CN\)/, '语言'],
  [/\/DisplayDocTitle true/, '显示标题的要求'],
  [/\/Title /, '标题'],
  [/\/Author /, '作者'],
];
