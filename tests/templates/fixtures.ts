import type {
  IndicatorModel,
  RegionModel,
  ReportModel,
} from '../../src/domain/documents/report-model.js';

const LEAF: IndicatorModel = {
  id: 'pass_rate',
  number: '1',
  level: 1,
  isLeaf: true,
  label: '食品安全监督抽检合格率',
  fullPoints: '100',
  points: '',
  pointsLost: '',
  selfPoints: '—',
  valueText: '',
  statusText: '',
  formulaText: '',
  reason: '',
  lead: '省市场监管局',
  clause: '—',
  mark: '示例',
};

const REGION: RegionModel = {
  id: '',
  code: '',
  name: '',
  groupLabel: '',
  score: '—',
  baseScore: '—',
  bonus: '0',
  penalty: '0',
  grade: '—',
  gradeBeforeVeto: '—',
  rank: '—',
  groupRank: '—',
  vetoes: [],
  note: '',
  cells: [],
  indicators: [],
};

/** Published for 2024: batches sampled, failed, and the pass rate that follows. */
const FOOD_2024 = [
  ['haidong', '630200', '海东市', '第一组', '6697', '70', '98.95', '1.05'],
  ['huangnan', '632300', '黄南州', '第三组', '2562', '32', '98.75', '1.25'],
  ['haixi', '632800', '海西州', '第一组', '4532', '58', '98.72', '1.28'],
  ['yushu', '632700', '玉树州', '第三组', '2597', '35', '98.65', '1.35'],
  ['guoluo', '632600', '果洛州', '第三组', '1848', '28', '98.48', '1.52'],
  ['haibei', '632200', '海北州', '第二组', '3427', '63', '98.16', '1.84'],
  ['xining', '630100', '西宁市', '第一组', '16092', '364', '97.74', '2.26'],
  ['hainan', '632500', '海南州', '第二组', '4873', '225', '95.38', '4.62'],
] as const;

const foodRegions = FOOD_2024.map(
  ([id, code, name, groupLabel, sampled, failed, score, lost], index): RegionModel => ({
    ...REGION,
    id,
    code,
    name,
    groupLabel,
    score,
    baseScore: score,
    rank: String(index + 1),
    cells: [score],
    indicators: [
      {
        ...LEAF,
        points: score,
        pointsLost: lost,
        valueText: `${score} %`,
        formulaText: '合格率＝（抽检批次－不合格批次）÷抽检批次×100',
        reason: `抽检${sampled}批次，不合格${failed}批次`,
      },
    ],
  }),
);

/** The published figures of Qinghai's food sampling in 2024: one indicator, no grades. */
export const FOOD: ReportModel = {
  set: {
    id: 'qinghai-food-2024',
    version: '1.0.0',
    title: '青海省市州食品安全监督抽检合格率排名',
    year: '2024',
    windowText: '2024年1月1日至2024年12月31日',
    statusText: '草案',
    digest: 'a3f1c2d4e5b697887766554433221100ffeeddccbbaa99887766554433221100',
    disclaimer: '演示：数据为真实公布数据，结果由本软件计算，非正式考核结果',
    basis: [
      {
        title: '食品安全监督抽检信息公告',
        document: '青海省市场监督管理局〔2025〕年第2号',
        date: '',
      },
    ],
    labels: ['示例：规则和分值由演示者设定，待主管部门确定，不是正式规定。'],
  },
  engine: '考衡 0.1.0',
  runHash: '7d0c2e5c1b4f4a7e9f0d3a6b8c1e2f4057a9b3c6d8e0f1a2b4c6d8e0f2a4b6c8',
  periodText: '2024年',
  generatedNote: null,
  fullPoints: '100',
  issuer: {
    name: '考衡演示',
    addressees: '各市、自治州人民政府',
    date: null,
    documentNumber: null,
  },
  regions: foodRegions,
  region: null,
  grades: [],
  groups: [],
  consequences: [],
  findings: [
    {
      level: 'note',
      levelText: '提示',
      regionName: '',
      message: '各市州抽检批次合计42628批次、不合格875批次，与公布的全省合计一致。',
    },
  ],
  method: [
    '合格率由抽检批次和不合格批次重新计算，不采用公布的百分比。',
    '总分四舍五入保留两位小数，名次按保留后的总分从高到低排列；总分相同的名次并列，其后名次顺延。',
    '抽检不足30批次的不计分、不排名。',
  ],
  columns: [{ id: 'pass_rate', number: '1', label: '食品安全监督抽检合格率', fullPoints: '100' }],
};
