import { textWidth } from '../../domain/kernel/text-width.js';

/** A line that starts with one of these reads badly: they belong to the word before. */
const LEANS_BACK =
  /^[的和与及等之在结]|^(结果|情况|年度|工作|通报)$|^（(示例|试行)）$|^[，。、；：）》〕”—]/u;
/** A line must not end with one of these: they belong to the word after. */
const LEANS_FORWARD = /[《〔（“—]$|^(和|与|及|第)$|\d$/u;
/** A reader draws breath before and after 关于, and after the year. */
const PAUSE_AFTER = /(关于|年度|》)$/u;
const PAUSE_BEFORE = /^(关于|印发《|《)/u;

/** Something longer is no title, and not worth the search. */
const MOST_LINES = 8;

/** Words of this field that a general dictionary would take apart. */
const FIELD_WORDS = [
  '（示例）',
  '（试行）',
  '人民政府',
  '市州人民政府',
  '自治州',
  '绩效评价',
  '报请审定',
  '考核细则',
  '考核结果',
  '评分明细表',
  '得分汇总表',
  '得分明细表',
  '自评报告',
  '打分表',
  '备案表',
  '记录表',
  '确认单',
  '意见书',
  '申请表',
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
  '联席会议办公室',
  '领导小组',
  '合格率',
  '办公室',
  '市州',
];

/** A place that a paper is from or about: no dictionary knows them all. */
const PLACE =
  /(?<=^|反馈|约谈|关于)\p{Script=Han}{2,10}?[市州县区盟旗](?=人民政府|管理委员会|不在|\d)/gu;

/**
 * Breaks a title by its sense, as GB/T 9704 asks: never inside a word, where a reader would pause, in a
 * trapezoid or a diamond; never narrow in the middle, and rather not all of one length.
 *
 * @param title the title in one piece
 * @param perLine how many full-width characters a line holds at most
 * @returns the lines; a title that cannot be broken comes back as one line
 */
export function breakTitle(title: string, perLine: number): string[] {
  const total = textWidth(title);
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

let segmenter: Intl.Segmenter | null = null;

/** The dictionary's segments, those inside a word of the field joined. */
function segmentsOf(title: string): string[] {
  // It takes as long to make as to break three titles.
  segmenter ??= new Intl.Segmenter('zh-CN', { granularity: 'word' });
  const breaks = new Set([...segmenter.segment(title)].map(({ index }) => index));
  // A longer word comes after the shorter ones inside it.
  const places = title.match(PLACE) ?? [];
  for (const word of [...FIELD_WORDS, ...places].sort((a, b) => a.length - b.length)) {
    for (let at = title.indexOf(word); at >= 0; at = title.indexOf(word, at + word.length)) {
      breaks.add(at);
      for (let inside = 1; inside < word.length; inside++) breaks.delete(at + inside);
      if (at + word.length < title.length) breaks.add(at + word.length);
    }
  }
  const starts = [...breaks].sort((a, b) => a - b);
  return starts.map((start, index) => title.slice(start, starts[index + 1]));
}

/** What a break costs that is no pause, a line that grows, two lines alike, a narrow middle. */
const COST = { noPause: 4, grows: 1, alike: 2, narrowMiddle: 80 } as const;

/** A way to set the first words; how its last line stands to the one before. */
interface Way {
  readonly cost: number;
  readonly lines: readonly string[];
  readonly last: number;
  readonly isFalling: boolean;
}

/** The cheapest way to set the words in so many lines, or null when it cannot be done. */
function bestBreaks(
  words: readonly string[],
  lines: number,
  perLine: number,
  ideal: number,
): string[] | null {
  // ways[n]: for the words before n, in the lines set so far, the best for each last line.
  let ways: (readonly Way[])[] = words.map(() => []);
  ways.unshift([{ cost: 0, lines: [], last: 0, isFalling: false }]);
  for (let line = 0; line < lines; line++) {
    const next = ways.map(() => new Map<string, Way>());
    for (let start = 0; start < words.length; start++) {
      const before = ways[start] ?? [];
      if (before.length === 0) continue;
      let text = '';
      for (let end = start + 1; end <= words.length; end++) {
        text += words[end - 1] ?? '';
        const width = textWidth(text);
        if (width > perLine) break;
        for (const way of before) {
          const found = continued(way, text, width, ideal);
          const key = `${found.last} ${found.isFalling}`;
          const known = next[end]?.get(key);
          if (known === undefined || found.cost < known.cost) next[end]?.set(key, found);
        }
      }
    }
    ways = next.map((each) => [...each.values()]);
  }
  const best = (ways[words.length] ?? []).reduce<Way | null>(
    (least, way) => (least === null || way.cost < least.cost ? way : least),
    null,
  );
  return best === null ? null : [...best.lines];
}

function continued(way: Way, text: string, width: number, ideal: number): Way {
  const above = way.lines.at(-1);
  const lines = [...way.lines, text];
  const cost = way.cost + (width - ideal) ** 2;
  if (above === undefined) return { cost, lines, last: width, isFalling: false };
  const step = width - way.last;
  const isPause = PAUSE_AFTER.test(above) || PAUSE_BEFORE.test(text);
  return {
    cost:
      cost +
      (isPause ? 0 : COST.noPause) +
      (step > 0 ? (way.isFalling ? COST.narrowMiddle : COST.grows) : 0) +
      (Math.abs(step) < 0.5 ? COST.alike : 0),
    lines,
    last: width,
    isFalling: way.isFalling || step < 0,
  };
}
