import { describe, expect, test } from 'vitest';
import {
  profileChart,
  rankingCharts,
  yearsCharts,
} from '../../../src/domain/documents/charts/describe-charts.js';
import { feedbackLetter } from '../../../src/domain/documents/kinds/feedback-letter.js';
import { drawChart, type ChartPart } from '../../../src/domain/documents/index.js';
import { yearOfRegions } from '../../templates/cruel/year-of-regions.js';
import { sampleSource } from './sample-source.js';

const source = await sampleSource();
const food = await sampleSource('qinghai-food-2024');

const CHART: ChartPart = {
  ...{ kind: 'ranking', title: '得分', alternative: '甲县80分', max: 100 },
  ...{ ownLabel: '', otherLabel: '', bands: [{ label: 'A级', at: 90 }] },
  rows: [{ label: '甲县', value: 80, text: '80.00', other: null, note: 'B级' }],
};

/** The width of the first bar, in points. */
function barWidth(svg: string): number {
  return Number(/<rect[^>]* width="([\d.]+)"/.exec(svg)?.[1]);
}

describe('a chart', () => {
  test('draws lengths from nought, so that half the score is half the bar', () => {
    const half = { ...CHART, rows: CHART.rows.map((row) => ({ ...row, value: 40 })) };
    expect(barWidth(drawChart(half)) * 2).toBeCloseTo(barWidth(drawChart(CHART)), 1);
  });

  test('has its words as text for who cannot see it', () => {
    expect(drawChart(CHART)).toContain('role="img"');
    expect(drawChart(CHART)).toContain('<desc>甲县80分</desc>');
  });

  test('lets no text out of its element', () => {
    const hostile = '</text><script>x</script>"\'&';
    const svg = drawChart({
      ...CHART,
      title: hostile,
      alternative: hostile,
      rows: [{ label: hostile, value: 1, text: hostile, other: null, note: hostile }],
    });
    expect(svg).not.toContain('<script');
    expect(svg.match(/<text/g)).toHaveLength(4);
  });

  test('keeps the words of two grades apart whose lines are near', () => {
    const bands = [
      { label: 'A级', at: 90 },
      { label: 'B级', at: 88 },
    ];
    const svg = drawChart({ ...CHART, bands });
    const heights = [...svg.matchAll(/y="([\d.]+)"[^>]*>[AB]级 /g)].map(([, y]) => y);
    expect(new Set(heights).size).toBe(2);
  });

  test('needs no colour: greys, hatching and dashes', () => {
    const colours = drawChart(CHART).match(/#[0-9a-f]{3,6}(?=")/g) ?? [];
    for (const colour of colours) expect(['#000', '#777']).toContain(colour);
  });
});

describe('the ranking', () => {
  test('has every region in the order of rank with score and grade, and the lines of the grades', () => {
    const [chart] = rankingCharts(source);
    expect(chart?.rows.map((row) => row.label).slice(0, 2)).toEqual(['西宁市', '海西州']);
    expect(chart?.rows[0]).toMatchObject({ text: '93.30', note: 'A级' });
    expect(chart?.bands.map(({ at }) => at)).toEqual([90, 80, 60]);
  });

  test('of 60 is drawn in three charts of one scale, none longer than a page', () => {
    const charts = rankingCharts(yearOfRegions(source, 60));
    expect(charts.map(({ rows }) => rows.length)).toEqual([20, 20, 20]);
    expect(new Set(charts.map(({ max }) => max)).size).toBe(1);
    expect(charts.map(({ title }) => title.slice(-3))).toEqual(['（1）', '（2）', '（3）']);
    for (const { rows, alternative } of charts) {
      expect(alternative.split('，')).toHaveLength(rows.length);
    }
  });
});

describe("a region's profile", () => {
  test('shows the mean of all where the field is large enough', () => {
    const chart = profileChart(source, 'hainan', true);
    expect(chart?.otherLabel).toBe('全部被考核单位平均');
    expect(chart?.rows.every((row) => row.other !== null)).toBe(true);
  });

  test('shows no mean among four: whoever knows three knows the fourth', () => {
    const run = { ...source.run, regions: source.run.regions.slice(0, 4) };
    const [first] = run.regions;
    const chart = profileChart({ set: source.set, run }, first?.id ?? '', true);
    expect(chart?.otherLabel).toBe('');
    expect(chart?.rows.every((row) => row.other === null)).toBe(true);
  });
});

describe('the years', () => {
  test('say what was gained or lost since the last', () => {
    const xining = yearsCharts(source)[0]?.rows.find((row) => row.label === '西宁市');
    expect(xining).toMatchObject({ text: '93.30', other: 91.2, note: '＋2.10' });
  });

  test('are left out where no earlier year is recorded', () => {
    expect(yearsCharts(food)).toEqual([]);
  });
});

describe("a feedback letter's chart", () => {
  test.each([
    ['none', null],
    ['own', ''],
    ['mean', '全部被考核单位平均'],
  ] as const)('is what the office allows: %s', (profile, compared) => {
    const records = { ...source.records, feedback: { ...source.records.feedback, profile } };
    const letter = feedbackLetter.build({ ...source, records }, 'hainan');
    expect(letter.profile?.otherLabel ?? null).toBe(compared);
  });
});
