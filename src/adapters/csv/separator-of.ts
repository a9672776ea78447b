/** The separator that the header has most of: comma, semicolon or tab. */
export function separatorOf(text: string): string {
  const header = text.split('\n', 3).find((line) => line.trim() !== '') ?? '';
  const count = (separator: string): number => header.slice(0, 4000).split(separator).length;
  return [',', ';', '\t'].reduce((best, one) => (count(one) > count(best) ? one : best));
}
