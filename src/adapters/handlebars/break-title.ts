/** A line that starts with one of these reads badly: they belong to the word before. */
const LEANS_BACK = /^[的和与及等之在结]|^(结果|情况|年度|工作|通报)$|^[，。、；：）》〕”]/u;
/** A line must not end with one of these: they belong to the word after. */
const LEANS_FORWARD = /[《〔（“]$|^(关于|和|与|及|第)$|\d$/u;

/** Something longer is no title, and not worth the search. */
const MOST_LINES = 8;

/** Words of this field that a general dictionary would take apart. */
const FIELD_WORDS = [
  '人民政府',
  '食品安全',
  '食品药品',
  '质量工作',
  '质量安全',
  '质量发展',
  '质量强省',
  '产品质量',
  '工程质量',
  '服务质量',
  '监督抽检',
  '监督抽查',
  '监督管理局',
  '联席会议',
  '领导小组',
  '合格率',
  '办公室',
  '市州',
];

/**
 * Breaks a title by its sense, as GB/T 9704 asks: never inside a word, in lines of nearly the same
 * length, the longer one first (a trapezoid).
 *
 * @param title the title in one piece
 * @param perLine how many full-width characters a line holds at most
 * @returns the lines; a title that cannot be broken comes back as one line
 */
export function breakTitle(title: string, perLine: number): string[] {
  const total = widthOf(title);
  if (total > MOST_LINES * perLine) return [title];
  const words = wordsOf(title);
  for (
    let lines = Math.max(1, Math.ceil(total / perLine));
    lines <= Math.min(words.length, MOST_LINES * 2);
    lines++
  ) {
    const found = bestBreaks(words, lines, perLine, total / lines);
    if (found !== null) return found;
  }
  return [title];
}

/** Words by the language's dictionary, joined where a break would read badly. */
function wordsOf(title: string): string[] {
  const words: string[] = [];
  for (const segment of segmentsOf(title)) {
    const before = words.at(-1);
    if (before !== undefined && (LEANS_BACK.test(segment) || LEANS_FORWARD.test(before))) {
      words[words.length - 1] = before + segment;
    } else {
      words.push(segment);
    }
  }
  return words;
}

/** The dictionary's segments, those inside a word of the field joined. */
function segmentsOf(title: string): string[] {
  const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });
  const breaks = new Set([...segmenter.segment(title)].map(({ index }) => index));
  for (const word of FIELD_WORDS) {
    for (let at = title.indexOf(word); at >= 0; at = title.indexOf(word, at + word.length)) {
      breaks.add(at);
      for (let inside = 1; inside < word.length; inside++) breaks.delete(at + inside);
      if (at + word.length < title.length) breaks.add(at + word.length);
    }
  }
  const starts = [...breaks].sort((a, b) => a - b);
  return starts.map((start, index) => title.slice(start, starts[index + 1]));
}

/** In full-width characters: ASCII takes half the room. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) < 0x2000 ? 0.5 : 1;
  return width;
}

/** The cheapest way to set the words in so many lines, or null when it cannot be done. */
function bestBreaks(
  words: readonly string[],
  lines: number,
  perLine: number,
  ideal: number,
): string[] | null {
  interface Way {
    readonly cost: number;
    readonly lines: readonly string[];
  }
  // ways[n] is the best way for the words before n, in the lines set so far.
  let ways: (Way | null)[] = words.map((): Way | null => null);
  ways.unshift({ cost: 0, lines: [] });
  for (let line = 0; line < lines; line++) {
    const next = ways.map((): Way | null => null);
    for (let end = 1; end <= words.length; end++) {
      for (let start = 0; start < end; start++) {
        const before = ways[start] ?? null;
        const text = words.slice(start, end).join('');
        const width = widthOf(text);
        if (before === null || width > perLine) continue;
        const last = before.lines.at(-1);
        const grows = last !== undefined && widthOf(last) < width ? 1 : 0;
        const cost = before.cost + (width - ideal) ** 2 + grows;
        const found = next[end] ?? null;
        if (found === null || cost < found.cost)
          next[end] = { cost, lines: [...before.lines, text] };
      }
    }
    ways = next;
  }
  const best = ways[words.length] ?? null;
  return best === null ? null : [...best.lines];
}
