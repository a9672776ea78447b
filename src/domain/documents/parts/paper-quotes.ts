/**
 * A text with the quotation marks of horizontal print, as GB/T 15834-2011, 4.8 has them: 「」 and 『』 are
 * for vertical print, yet people and our own screens write them.
 *
 * @example quotesOnPaper('「质量月」活动') // '“质量月”活动'
 */
export function quotesOnPaper(text: string): string {
  return text.replaceAll(/[「」『』]/gu, (mark) => ON_PAPER[mark] ?? mark);
}

const ON_PAPER: Readonly<Record<string, string>> = { '「': '“', '」': '”', '『': '‘', '』': '’' };
