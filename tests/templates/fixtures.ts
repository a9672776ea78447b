import type { PaperPart } from '../../src/domain/documents/document-model.schema.js';
import type { ResultNotice } from '../../src/domain/documents/kinds/result-notice.schema.js';
import type { ScoreSheet } from '../../src/domain/documents/kinds/score-sheet.schema.js';
import type {
  IndicatorPart,
  RegionResultPart,
} from '../../src/domain/documents/parts/result.schema.js';

/** A result in ready texts, for a notice and for a score sheet. */
export type Result = ResultNotice & ScoreSheet;

const LEAF: IndicatorPart = {
  id: 'pass_rate',
  number: '1',
  level: 1,
  isLeaf: true,
  label: '食品安全监督抽检合格率',
  fullPoints: '100',
  points: '',
  pointsLost: '',
  hasLoss: false,
  selfPoints: '—',
  valueText: '',
  statusText: '',
  formulaText: '',
  reason: '',
  lead: '省市场监管局',
  clause: '—',
  mark: '示例',
};

const REGION: RegionResultPart = {
  id: '',
  code: '',
  name: '',
  government: '',
  groupLabel: '',
  score: '—',
  baseScore: '—',
  bonus: '0',
  penalty: '0',
  grade: '—',
  gradeBeforeVeto: '—',
  isDowngraded: false,
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
  ([id, code, name, groupLabel, sampled, failed, score, lost], index): RegionResultPart => ({
    ...REGION,
    id,
    code,
    name,
    groupLabel,
    score,
    baseScore: score,
    rank: String(index + 1),
    cells: [{ id: 'pass_rate', text: score, moved: '' }],
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

/** A paper of nobody, with nothing filled in. */
const PAPER: PaperPart = {
  mark: '考衡演示文件',
  number: null,
  signer: null,
  isUpward: false,
  addressees: '各市、自治州人民政府',
  issuer: '考衡演示',
  date: null,
  sealed: true,
  remark: '',
  copyTo: [],
  printer: '',
  printedOn: null,
  contact: '',
  approval: '',
};

/** The published figures of Qinghai's food sampling in 2024: one indicator, no grades. */
export const FOOD: Result = {
  set: {
    id: 'qinghai-food-2024',
    version: '1.0.0',
    title: '青海省市州食品安全监督抽检合格率排名',
    subject: '市州食品安全监督抽检合格率',
    activity: '市州食品安全监督抽检合格率考核',
    matter: '食品安全监督抽检合格率考核',
    year: '2024',
    yearText: '2024年度',
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
  fullPoints: '100',
  paper: PAPER,
  showsScores: true,
  regionCount: foodRegions.length,
  hasGrades: false,
  hasGroups: false,
  requirements: [],
  organiser: '',
  steps: [],
  gradeRules: [],
  downgrades: [],
  unranked: [],
  attachments: ['考核得分和名次表', '计分与排名说明'],
  charts: [],
  regions: foodRegions,
  region: null,
  grades: [],
  groups: [],
  consequences: [],
  findings: [
    {
      level: 'note',
      levelText: '提示',
      region: '',
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

const BLOCKS = [
  [
    '质量工作基础',
    '20',
    [
      '政府质量工作部署与经费保障',
      '质量统计与信息报送',
      '质量宣传与人才队伍',
      '质量诚信体系建设',
      '质量安全应急机制',
    ],
  ],
  [
    '产品质量',
    '30',
    [
      '制造业产品质量监督抽查合格率',
      '食品安全监督抽检合格率',
      '主要农畜产品质量安全例行监测合格率',
      '药品监督抽验合格率',
      '重点工业产品质量提升',
      '名牌与地理标志产品培育',
    ],
  ],
  ['工程质量', '15', ['竣工工程质量验收合格率', '工程质量监督覆盖率', '重大工程质量事故防控']],
  [
    '服务质量',
    '15',
    [
      '生产性服务业顾客满意度',
      '生活性服务业顾客满意度',
      '旅游服务质量投诉按期办结率（含黄金周和节假日集中受理的投诉）',
    ],
  ],
  [
    '质量技术基础',
    '20',
    [
      '计量检定覆盖率',
      '标准体系建设',
      '检验检测公共服务平台',
      '认证认可监管',
      '特种设备定期检验率',
    ],
  ],
] as const;
const DEPARTMENTS = ['省质监局', '省食药监局', '省农牧厅', '省住建厅', '省旅游局', '省发展改革委'];
const NAMES = [
  '示例市甲',
  '示例市乙',
  '示例州丙',
  '示例州丁',
  '示例州戊',
  '示例州己',
  '浉河堃垚州',
  '龙䶮瀍溪州',
];

/** Leaf points of one region: full points less what a fixed pattern takes off, in hundredths. */
function exampleIndicators(region: number): IndicatorPart[] {
  return BLOCKS.flatMap(([label, full, leaves], block): IndicatorPart[] => {
    const share = Math.floor((Number(full) * 100) / leaves.length);
    const rows = leaves.map((leaf, index): IndicatorPart => {
      const own = index === leaves.length - 1 ? Number(full) * 100 - share * index : share;
      const lost = ((region + 1) * (index + 2) * (block + 3) * 7) % 120;
      const isMissing = region === 7 && block === 2 && index === 0;
      return {
        ...LEAF,
        id: `b${block}_${index}`,
        number: `${block + 1}.${index + 1}`,
        level: 2,
        label: leaf,
        fullPoints: (own / 100).toFixed(2),
        points: isMissing ? '—' : ((own - lost) / 100).toFixed(2),
        pointsLost: isMissing ? '—' : (lost / 100).toFixed(2),
        selfPoints: (own / 100).toFixed(2),
        valueText: isMissing ? '' : `${(99 - lost / 40).toFixed(2)} %`,
        statusText: isMissing ? '缺报' : '',
        formulaText: index % 2 === 0 ? '达到目标值得满分，每低1个百分点扣0.5分，扣完为止' : '',
        reason:
          lost > 80 ? '实际值低于备案目标值；第三季度两批次产品复检不合格，未按期报送整改报告' : '',
        lead: DEPARTMENTS[(block + index) % DEPARTMENTS.length] ?? '',
        clause: '（五）',
        mark: index === 0 ? '示例' : index === 3 ? '待核' : '',
      };
    });
    const sum = rows.reduce((total, row) => total + (Number(row.points) || 0), 0);
    const head = {
      ...LEAF,
      id: `b${block}`,
      number: String(block + 1),
      isLeaf: false,
      label,
      fullPoints: full,
      points: sum.toFixed(2),
      pointsLost: (Number(full) - sum).toFixed(2),
      selfPoints: full,
      lead: '',
      clause: '',
      mark: '',
    };
    return [head, ...rows];
  });
}

const exampleRegions = NAMES.map((name, index): RegionResultPart => {
  const indicators = exampleIndicators(index);
  const blocks = indicators.filter((row) => row.level === 1);
  const base = blocks.reduce((total, row) => total + Number(row.points), 0);
  const isScored = name !== '龙䶮瀍溪州';
  return {
    ...REGION,
    id: `example_${index}`,
    code: `9900${index}0`,
    name,
    groupLabel: index < 3 ? '第一组' : index < 6 ? '第二组' : '第三组',
    score: isScored ? (base + 1.5).toFixed(2) : '—',
    baseScore: isScored ? base.toFixed(2) : '—',
    bonus: '1.50',
    penalty: '0.00',
    note: isScored ? '' : '竣工工程质量验收合格率缺报，不评等级',
    cells: blocks.map(({ id, points }) => ({ id, text: points, moved: '' })),
    indicators,
  };
})
  .sort((a, b) => (Number(b.score) || 0) - (Number(a.score) || 0))
  .map((region, index, all): RegionResultPart => {
    if (region.score === '—') return region;
    const inGroup = all.filter((other) => other.groupLabel === region.groupLabel);
    const before = index < 2 ? 'A' : 'B';
    return {
      ...region,
      rank: String(index + 1),
      groupRank: String(inGroup.indexOf(region) + 1),
      gradeBeforeVeto: before,
      grade: index === 4 ? 'C' : before,
      isDowngraded: index === 4,
      vetoes: index === 4 ? ['发生较大质量安全事故，降一级'] : [],
    };
  });

const exampleGrades = ['A', 'B', 'C', 'D'].map((id) => {
  const members = exampleRegions
    .filter((region) => region.grade === id)
    .map((region) => ({ id: region.id, name: region.name }));
  const names = members.map(({ name }) => name).join('、');
  return {
    ...{ id, label: `${id}级`, names, members },
    ...{ isEmpty: members.length === 0, count: members.length },
  };
});

/** Invented: eight regions, five blocks, 22 indicators, grades, groups, vetoes, a missing value. */
export const EXAMPLE: Result = {
  ...FOOD,
  set: {
    ...FOOD.set,
    id: 'example-2014-2015',
    title: '青海省市州人民政府质量工作考核',
    subject: '市州人民政府质量工作考核',
    activity: '市州人民政府质量工作考核',
    matter: '质量工作考核',
    year: '2014—2015',
    yearText: '2014—2015年度',
    windowText: '2014年7月1日至2015年6月30日',
    statusText: '示例',
    disclaimer: '示例：数据为虚构，分值与规则待主管部门确定，非正式考核结果',
    basis: [
      {
        title: '青海省贯彻实施质量发展纲要2015年行动计划',
        document: '青政办〔2015〕120号',
        date: '2015-06-08',
      },
      { title: '青海省市州人民政府质量工作考核办法', document: '', date: '' },
    ],
    labels: [
      '示例：规则和分值为示例，待省质监局确定。',
      '待核：数据来源尚未核实，以牵头单位核定为准。',
    ],
  },
  periodText: '2014年7月—2015年6月',
  paper: {
    ...PAPER,
    mark: '青海省质量工作联席会议办公室文件',
    issuer: '青海省质量工作联席会议办公室',
    addressees: '各市、自治州人民政府，省质量工作联席会议各成员单位',
    date: '2015年9月18日',
    number: '青质联办〔2015〕3号',
  },
  regionCount: exampleRegions.length,
  hasGrades: true,
  hasGroups: true,
  regions: exampleRegions,
  grades: exampleGrades,
  groups: ['第一组', '第二组', '第三组'].map((label, group) => ({
    id: `group_${group + 1}`,
    label,
    regions: exampleRegions
      .filter((region) => region.groupLabel === label)
      .map(({ id, groupRank, name, score, grade }) => ({
        id,
        rank: groupRank,
        name,
        score,
        grade,
      })),
  })),
  consequences: [
    {
      text: '对考核等级为A级的，由省人民政府通报表扬',
      names: exampleGrades[0]?.names ?? '',
      members: exampleGrades[0]?.members ?? [],
      isForAll: false,
    },
    {
      text: '考核等级为D级的，由省人民政府约谈主要负责人',
      ...{ names: '', members: [], isForAll: false },
    },
  ],
  steps: ['自我评价', '实地核查', '综合评价'],
  gradeRules: ['90分及以上为A级', '80分及以上、不满90分为B级'],
  downgrades: exampleRegions
    .filter((region) => region.isDowngraded)
    .map((region) => ({
      ...{ id: region.id, name: region.name, reason: region.vetoes.join('、') },
      ...{ before: region.gradeBeforeVeto, after: region.grade },
    })),
  findings: [
    {
      level: 'error',
      levelText: '错误',
      region: 'example_7',
      regionName: '龙䶮瀍溪州',
      message: '龙䶮瀍溪州竣工工程质量验收合格率缺报，该项不计分，总分不予计算。',
    },
    {
      level: 'warning',
      levelText: '警告',
      region: 'example_4',
      regionName: '示例州戊',
      message: '示例州戊公布的合格率97.1 %与按批次计算的97.31 %不一致，以按批次计算的为准。',
    },
  ],
  columns: BLOCKS.map(([label, fullPoints], index) => ({
    id: `b${index}`,
    number: String(index + 1),
    label,
    fullPoints,
  })),
};
