import type { SetFaultCode, SetWarningCode } from '../domain/indicators/index.js';

type Facts = Readonly<Record<string, string>>;

/** What is wrong with an indicator set, and what to do about it. */
export interface SetFaultMessage {
  readonly what: string;
  readonly todo: string;
}

type Message = (facts: Facts) => SetFaultMessage;

/** What a value should have been, by the schema's own word for it. */
const KINDS: Facts = {
  string: '文字',
  number: '整数',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表，如 [market, price]',
  object: '一组「键: 值」',
  record: '一组「代号: 内容」',
};

/** What is wrong with a value of the right kind, and a value that would do. */
const BAD_VALUES: Readonly<Record<string, Message>> = {
  id: () => ({
    what: '代号只能用小写字母开头，后面是小写字母、数字和下划线，最多 64 个字符。',
    todo: '改写代号，例如 pass_rate；中文名称写在 label 里。',
  }),
  setId: () => ({
    what: '体系代号只能用小写字母开头，后面是小写字母、数字和连字符，最多 64 个字符。',
    todo: '改写代号，例如 qinghai-2015。',
  }),
  version: () => ({
    what: '版本要写成三个整数。',
    todo: '例如 version: 1.0.0。',
  }),
  date: () => ({
    what: '不是日历上有的日期。',
    todo: '写成 年-月-日，例如 2015-02-28。',
  }),
  period: () => ({
    what: '考核年度要以四位年份开头。',
    todo: '例如 year: 2015；半年写 2015-H1，跨年写 2014-2015。',
  }),
  decimal: () => ({
    what: '不是数。',
    todo: '用半角数字，例如 97.5；百分数 97% 写 97，不写千分位逗号。',
  }),
  formula: () => ({
    what: '公式是空的。',
    todo: '写上数或公式，例如 95 或 rate(qualified, sampled)。',
  }),
  whole: () => ({
    what: '这里要整数。',
    todo: '例如 2。',
  }),
  range: ({ least, most }) => ({
    what: least === undefined ? `不能大于 ${most ?? ''}。` : `不能小于 ${least}。`,
    todo: `改为不${least === undefined ? '大于' : '小于'} ${least ?? most ?? ''} 的整数。`,
  }),
  empty: () => ({ what: '没有写内容。', todo: '写上内容，或删去这个键。' }),
  none: () => ({ what: '一项也没有。', todo: '至少写一项，或删去这个键。' }),
  long: () => ({ what: '超过 4000 字。', todo: '写得短些，详细内容写在佐证材料里。' }),
  code: () => ({
    what: '行政区划代码应是 6 位数字（街道、村可为 9 位或 12 位）。',
    todo: '例如 code: 630100；没有代码的开发区不写 code。',
  }),
  other: () => ({ what: '这个值不合规定。', todo: '对照编写指南里这个键的说明改写。' }),
};

const named = (name: string | undefined): string =>
  name === undefined || name === '' ? '' : `「${name}」`;

/** 「是不是……」 where a near name is known. */
const perhaps = (near: string | undefined, otherwise: string): string =>
  near === undefined ? otherwise : `是不是「${near}」？如果不是，${otherwise}`;

const isUnknown =
  (kind: string, section: string): Message =>
  ({ id, near }) => ({
    what: `没有代号为「${id ?? ''}」的${kind}。`,
    todo: perhaps(near, `检查拼写，或先在 ${section} 里写上它。`),
  });

/** The Chinese text of every fault of an indicator set. */
export const SET_FAULT_MESSAGES: Readonly<Record<SetFaultCode, Message>> = {
  'set-unknown-key': ({ key, near, known }) => ({
    what: `这里没有「${key ?? ''}」这个键。`,
    todo:
      key?.endsWith(')') === true
        ? "公式里有逗号时，在 { } 中要给公式加引号，例如 { computed: 'rate(failed, sampled)' }。"
        : perhaps(near, known === undefined ? '请删去它。' : `可用的键有：${known}。`),
  }),
  'set-missing-key': ({ key, meaning }) => ({
    what: `缺少「${key ?? ''}」。`,
    todo: `补上这个键${meaning === undefined ? '' : `（${meaning}）`}。`,
  }),
  'set-wrong-type': ({ key, expected, found }) => ({
    what: `${named(key)}应是${KINDS[expected ?? ''] ?? '另一种内容'}${found === undefined ? '' : `，这里是${found}`}。`,
    todo: '照编写指南的例子改写；值是空的就补上内容，或删去这个键。',
  }),
  'set-bad-value': (facts) => {
    if (facts['expected'] === 'choice') {
      const meaning = facts['meaning'];
      return {
        what: `${named(facts['key'])}不能这样写。`,
        todo: `只能是以下之一：${facts['choices'] ?? ''}。${meaning === undefined ? '' : `（${meaning}）`}`,
      };
    }
    const { what, todo } = (BAD_VALUES[facts['expected'] ?? ''] ?? BAD_VALUES['other'])?.(
      facts,
    ) ?? {
      what: '',
      todo: '',
    };
    return { what: `${named(facts['key'])}${what}`, todo };
  },
  'set-number-outside': ({ key, value, least, most }) => ({
    what: `${named(key)}是 ${value ?? ''}，应在 ${least ?? ''} ${most === undefined ? '以上' : `到 ${most} 之间`}。`,
    todo: most === undefined ? '改为不小于它的数，扣分也写成正数。' : '改为范围之内的数。',
  }),

  'set-base-not-found': ({ id }) => ({
    what: `找不到所派生的体系「${id ?? ''}」。`,
    todo: '把它的文件夹放在 indicators/ 下，或改正 extends 的代号。',
  }),
  'set-base-differs': ({ wanted, found }) => ({
    what: `要从 ${wanted ?? ''} 派生，找到的却是 ${found ?? ''}。`,
    todo: '核对上级体系的变动后，把 extends 的 version 改为现有版本。',
  }),
  'set-extends-loop': ({ loop }) => ({
    what: `体系互相派生，绕成一圈：${loop ?? ''}。`,
    todo: '去掉其中一个体系的 extends。',
  }),
  'set-remove-unknown': ({ id }) => ({
    what: `上级体系里没有「${id ?? ''}」，无从删去。`,
    todo: '检查代号，或去掉这一项。',
  }),
  'set-id-not-folder': ({ id, folder }) => ({
    what: `体系代号「${id ?? ''}」与文件夹名「${folder ?? ''}」不同。`,
    todo: '两者改成一样，例如 indicators/qinghai-2015/set.yaml 里写 id: qinghai-2015。',
  }),
  'set-issued-without-document': () => ({
    what: '写了已印发（issued），却没有印发文号和日期。',
    todo: '补上 issued: { document: 文号, date: 2015-06-30 }，或把 status 改为 draft。',
  }),
  'set-dates-backwards': () => ({
    what: '考核年度的截止日期早于起始日期。',
    todo: '改正 window，例如 { from: 2015-01-01, to: 2015-12-31 }。',
  }),
  'set-no-indicators': () => ({
    what: '体系里一个指标也没有。',
    todo: '在 indicators 下写指标，至少一个。',
  }),
  'set-full-points-differ': ({ sum, full }) => ({
    what: `一级指标的分值合计 ${sum ?? ''}，满分是 ${full ?? ''}。`,
    todo: '改正各指标的 points，或改 fullPoints。',
  }),
  'set-name-taken': ({ id }) => ({
    what: `「${id ?? ''}」已经是一个参数的代号，公式分不清。`,
    todo: '给填报数据或参数换一个代号。',
  }),
  'set-name-reserved': ({ id }) => ({
    what: `「${id ?? ''}」是公式语言自己的词，不能作代号。`,
    todo: '换一个代号，例如在后面加上所指的事：count_checked。',
  }),
  'set-amendment-unknown': ({ id }) => ({
    what: `修订涉及的「${id ?? ''}」不是本体系的指标、填报数据或参数。`,
    todo: '改正 touches；已取消的填报数据写在 retired 里，不写在这里。',
  }),

  'parameter-no-value': ({ id }) => ({
    what: `参数「${id ?? ''}」没有值。`,
    todo: '写 value: 95，或按生效日期写 values: [{ from: 2015-01-01, value: 95 }]。',
  }),
  'parameter-not-yet': ({ id, date }) => ({
    what: `到 ${date ?? ''}，参数「${id ?? ''}」的值都还没有生效。`,
    todo: '在 values 里补上那一天已生效的值，或补上 value。',
  }),
  'metric-no-label': ({ id }) => ({
    what: `填报数据「${id ?? ''}」没有名称。`,
    todo: '补上 label，例如 label: 抽检批次。',
  }),
  'metric-no-type': ({ id }) => ({
    what: `填报数据「${id ?? ''}」没有类型。`,
    todo: '补上 type，例如 type: count（个数）。',
  }),
  'metric-bounds-backwards': ({ min, max }) => ({
    what: `下限 ${min ?? ''} 大于上限 ${max ?? ''}。`,
    todo: '把 min 和 max 对调，或改正其中一个。',
  }),
  'metric-formula-missing': ({ id }) => ({
    what: `「${id ?? ''}」由公式算出（computed），却没有公式。`,
    todo: '补上 formula，例如 formula: sampled - failed。',
  }),
  'metric-formula-unwanted': ({ id, type }) => ({
    what: `「${id ?? ''}」是直接填报的（${type ?? ''}），不能又有公式。`,
    todo: '删去 formula，或把 type 改为 computed。',
  }),
  'metric-levels-missing': ({ id }) => ({
    what: `「${id ?? ''}」按级填报（level），却没有列出各级。`,
    todo: '补上 levels，例如 levels: { full: 全面, part: 部分, none: 未做 }。',
  }),
  'metric-levels-unwanted': ({ id, type }) => ({
    what: `「${id ?? ''}」的类型是 ${type ?? ''}，不能有各级。`,
    todo: '删去 levels，或把 type 改为 level。',
  }),
  'metric-part-unknown': isUnknown('填报数据', 'metrics'),
  'metric-part-loop': ({ loop }) => ({
    what: `部分与总数绕成一圈：${loop ?? ''}。`,
    todo: '总数不写 partOf，只在各部分里写。',
  }),
  'metric-department-unknown': isUnknown('成员单位', 'departments'),
  'metric-retired-unknown': isUnknown('填报数据', 'metrics'),
  'metric-retired-alive': ({ id }) => ({
    what: `「${id ?? ''}」写在 retired 里，却还是现用的填报数据。`,
    todo: '从 retired 或 metrics 里删去其中一处。',
  }),
  'metric-cycle': ({ loop }) => ({
    what: `公式绕成一圈，算不出来：${loop ?? ''}。`,
    todo: '改写其中一个公式，使它只用填报的数据。',
  }),
  'metric-target-missing': ({ id }) => ({
    what: `公式用了「${id ?? ''}」的备案目标，它却不需要备案。`,
    todo: '在这项填报数据里补上 target: {}，或改用参数、数。',
  }),

  'node-no-label': ({ id }) => ({
    what: `指标「${id ?? ''}」没有名称。`,
    todo: '补上 label，例如 label: 抽检合格率。',
  }),
  'node-id-taken': ({ id }) => ({
    what: `「${id ?? ''}」已是另一个指标的代号。`,
    todo: '换一个代号；全体系内指标的代号不能重复。',
  }),
  'node-empty': () => ({
    what: '这个指标既没有计分规则，也没有评分办法，也没有下级。',
    todo: '补上 rule（由数据计分）、marks: {}（由人评分）或 children（下级指标）。',
  }),
  'node-block-scores': ({ id, key }) => ({
    what: `「${id ?? ''}」有下级指标，不能再有「${key ?? ''}」。`,
    todo: '把这个键移到下级指标里，或去掉 children。',
  }),
  'node-leaf-aggregates': () => ({
    what: '没有下级的指标不用合成方法。',
    todo: '删去 aggregate 和 power，或补上 children。',
  }),
  'node-two-methods': () => ({
    what: '一个指标不能既由数据计分，又由人评分。',
    todo: '在 rule 和 marks 里只留一个；都要就拆成两个下级指标。',
  }),
  'node-no-points': ({ id }) => ({
    what: `指标「${id ?? ''}」没有分值。`,
    todo: '补上 points，例如 points: 10。',
  }),
  'node-points-not-positive': ({ value }) => ({
    what: `分值要大于 0，这里是 ${value ?? ''}。`,
    todo: '改正 points；不计分的内容不列为指标，加减分写在 events 里。',
  }),
  'node-points-differ': ({ id, points, sum }) => ({
    what: `「${id ?? ''}」的分值是 ${points ?? ''}，下级合计却是 ${sum ?? ''}。`,
    todo: '改正下级的 points，或删去这里的 points，由程序相加。',
  }),
  'node-weight-not-positive': ({ value }) => ({
    what: `权重要大于 0，这里是 ${value ?? ''}。`,
    todo: '改正 weight，例如 weight: 2；只看各权重的比例。',
  }),
  'node-power-missing': () => ({
    what: '幂平均（powerMean）要有不为 0 的指数。',
    todo: '补上 power，例如 power: 0.5；指数为 0 就是 geometricMean。',
  }),
  'node-department-unknown': isUnknown('成员单位', 'departments'),
  'node-metric-unknown': isUnknown('填报数据', 'metrics'),
  'node-region-unknown': isUnknown('地区', 'regions.yaml'),

  'rule-no-value': () => ({
    what: '这个规则按指标值计分，指标却没有值。',
    todo: '补上 value，例如 value: rate(qualified, sampled)。',
  }),
  'rule-value-unwanted': () => ({
    what: '这个指标不按值计分，value 用不上。',
    todo: '删去 value；levels、checklist 自己读填报数据，评分指标由人评分。',
  }),
  'rule-value-not-number': () => ({
    what: '这里要数，公式给出的却是「是／否」。',
    todo: '用 if 变成数，例如 if(failed > 0, 0, 1)。',
  }),
  'rule-not-positive': ({ key, value }) => ({
    what: `「${key ?? ''}」要大于 0，这里是 ${value ?? ''}。`,
    todo: '改为正数；扣几分也写成正数，例如 minus: 0.5。',
  }),
  'rule-points-outside': ({ value, full }) => ({
    what: `得分 ${value ?? ''} 不在 0 到本指标的分值 ${full ?? ''} 之间。`,
    todo: '改正这个得分，或改指标的 points。',
  }),
  'rule-equal-unwanted': ({ method }) => ({
    what: `${method ?? ''} 不按差距计分，值全都相同时也有得分，equal 用不上。`,
    todo: '删去 equal。',
  }),
  'rule-goalposts-equal': ({ value }) => ({
    what: `得 0 分和得满分的值都是 ${value ?? ''}。`,
    todo: '两个标杆要不同，例如 zeroAt: 80，fullAt: 100。',
  }),
  'rule-band-bounds': () => ({
    what: '这一档没有写范围。',
    todo: '写 atLeast、above、atMost、below 之一，例如 { atLeast: 95, points: 10 }；其余情形写 otherwise。',
  }),
  'rule-band-unreachable': ({ value }) => ({
    what: `前一档的下限已不高于 ${value ?? ''}，永远到不了这一档。`,
    todo: '各档自高到低排列，例如先 atLeast: 95，再 atLeast: 90。',
  }),
  'rule-level-unknown': ({ level, known }) => ({
    what: `没有「${level ?? ''}」这一级。`,
    todo: `这项填报数据的各级是：${known ?? ''}。`,
  }),
  'rule-level-missing': ({ level }) => ({
    what: `没有写「${level ?? ''}」这一级的得分。`,
    todo: `在 points 里补上，例如 ${level ?? 'no'}: 0。`,
  }),
  'rule-metric-type': ({ id, types }) => ({
    what: `「${id ?? ''}」的类型不能用在这个规则里。`,
    todo: `改用类型为 ${types ?? ''} 的填报数据；数值用 bands、linear 等规则。`,
  }),
  'rule-parameter-missing': ({ method, key }) => ({
    what: `归一化方法 ${method ?? ''} 要有「${key ?? ''}」。`,
    todo: `在 rule 里补上 ${key ?? ''}。`,
  }),
  'rule-amount-unknown': isUnknown('参数', 'parameters'),
  'rule-reference-unknown': isUnknown('地区', 'regions.yaml'),
  'marking-sum': ({ key }) => ({
    what: `「${key ?? ''}」各项要不小于 0，合计为 1。`,
    todo:
      key === 'shares'
        ? '例如 shares: { market: 0.6, health: 0.4 }。'
        : '例如 stages: { department: 0.7, siteVisit: 0.3 }。',
  }),
  'marking-share-unknown': isUnknown('成员单位', 'departments'),
  'marking-share-outsider': ({ id, indicator }) => ({
    what: `「${id ?? ''}」占了比例，却不是指标「${indicator ?? ''}」的牵头或配合单位，它不会来评分。`,
    todo: '把它写进这个指标的 co，或从 shares 里去掉。',
  }),
  'marking-nobody': ({ indicator }) => ({
    what: `指标「${indicator ?? ''}」取各单位评分的平均，却没有牵头和配合单位。`,
    todo: '补上 lead，例如 lead: market。',
  }),
  'marking-trim': ({ trim, least }) => ({
    what: `两端各去掉 ${trim ?? ''} 个，至少要有 ${least ?? ''} 人评分。`,
    todo: `把 atLeast 改为 ${least ?? ''} 以上，或减小 trim。`,
  }),
  'marking-step': ({ step, full }) => ({
    what: `评分的最小单位 ${step ?? ''} 要大于 0，并能整除分值 ${full ?? ''}。`,
    todo: '改正 step，例如 step: 0.5；否则评不出满分。',
  }),

  'event-incomplete': ({ id, key }) => ({
    what: `事项「${id ?? ''}」缺少「${key ?? ''}」。`,
    todo:
      key === 'veto'
        ? '否决要写且只写一种后果，例如 veto: { lower: 1 }。'
        : key === 'points'
          ? '补上各级别的分，例如 points: { national: 2, provincial: 1 }。'
          : key === 'effect'
            ? '补上 effect: bonus（加分）、penalty（扣分）或 veto（否决）。'
            : '补上 label，例如 label: 获国家级质量奖。',
  }),
  'event-unwanted-key': ({ id, key }) => ({
    what: `事项「${id ?? ''}」用不上「${key ?? ''}」。`,
    todo: '删去它：veto 只写 veto，bonus 和 penalty 只写 points。',
  }),
  'event-unknown-level': isUnknown('级别', 'points'),
  'event-unknown-target': isUnknown('指标', 'indicators'),
  'event-target-in-mean': ({ id, node }) => ({
    what: `「${id ?? ''}」的上级「${node ?? ''}」取平均，记在它上面的分不能直接加减。`,
    todo: '改记在那个上级或别的得分相加的指标上，或不写 target，记在总分上。',
  }),
  'event-unknown-grade': isUnknown('等级', 'grading.grades'),
  'event-bars-last': ({ id }) => ({
    what: `「${id ?? ''}」是最后一个等级，不得评为它及以上就没有等级可评。`,
    todo: '改为上一个等级，或用 veto: { grade: 最后等级 } 直接定等。',
  }),
  'event-unknown-group': isUnknown('加分组', 'adjustments.groupCaps'),
  'grade-order': ({ value }) => ({
    what: `等级要自高到低：${value ?? ''} 不低于上一个等级的下限。`,
    todo: '调整次序或下限，例如先 atLeast: 90，再 atLeast: 80。',
  }),
  'grade-last-conditional': ({ id }) => ({
    what: `最后一个等级「${id ?? ''}」还有条件，够不上的地区就没有等级。`,
    todo: '删去它的 atLeast、rankAtMost、quota，或再加一个不写条件的等级。',
  }),
  'grade-quota': () => ({
    what: '名额要写个数或百分比，只写一种。',
    todo: '例如 quota: { count: 2 } 或 quota: { percent: 30 }。',
  }),
  'grade-quota-percent': ({ value }) => ({
    what: `名额的百分比 ${value ?? ''} 不在 0 到 100 之间，或多于两位小数。`,
    todo: '例如 quota: { percent: 30 }；三分之一的名额请写个数 count。',
  }),
  'grade-tie-break-missing': () => ({
    what: '名额边界上同分要按次序比较，却没有写比较哪些指标。',
    todo: '补上 ranking: { tieBreak: [指标代号] }，或改 grading 的 ties。',
  }),
  'grade-groups-missing': ({ region }) => ({
    what: `在分组内评定等级，「${region ?? ''}」却没有分组。`,
    todo: '在 regions.yaml 里给它写 group，或把 within 改为 all。',
  }),
  'ranking-unknown-node': isUnknown('指标', 'indicators'),
  'consequence-incomplete': ({ id, key }) => ({
    what: `结果运用「${id ?? ''}」缺少「${key ?? ''}」。`,
    todo:
      key === 'when'
        ? '补上条件，例如 when: [{ grades: [d] }]；years 要和别的条件写在一起。'
        : key === 'text'
          ? '补上印在通报里的话，例如 text: 由省政府通报表扬。'
          : '补上 label，例如 label: 通报表扬。',
  }),
  'consequence-unknown-grade': isUnknown('等级', 'grading.grades'),

  'check-incomplete': ({ id, key }) => ({
    what: `数据核对「${id ?? ''}」缺少「${key ?? ''}」。`,
    todo:
      key === 'kind'
        ? '补上 kind，例如 kind: regionsTotal。'
        : key === 'that'
          ? '补上应当成立的关系式，例如 that: failed <= sampled。'
          : key === 'percent'
            ? '补上 percent: 50（增减超过百分之五十）或 by: 100（增减超过 100）。'
            : `补上 ${key ?? ''}，写法见编写指南。`,
  }),
  'check-unwanted-key': ({ id, key, kind }) => ({
    what: `数据核对「${id ?? ''}」是 ${kind ?? ''}，用不上「${key ?? ''}」。`,
    todo: '删去这个键，或改正 kind。',
  }),
  'check-metric-unknown': isUnknown('填报数据', 'metrics'),
  'check-no-total': () => ({
    what: '要核对各地区之和，却不知道哪一行是全省（州）合计。',
    todo: '在 regions.yaml 里写 total: { id: qinghai, name: 青海省 }。',
  }),
  'check-formula-type': () => ({
    what: '这里要一个关系式，公式给出的却是数。',
    todo: '写成比较，例如 failed <= sampled。',
  }),

  'region-no-name': ({ id }) => ({
    what: `地区「${id ?? ''}」没有名称。`,
    todo: '补上 name，例如 name: 西宁市；名称有过变动的写 names。',
  }),
  'region-group-unknown': isUnknown('分组', 'regions.yaml 的 groups'),
  'region-code-taken': ({ code, id }) => ({
    what: `代码 ${code ?? ''} 已是「${id ?? ''}」的代码。`,
    todo: '改正其中一个；同一地区改名改代码的，写在一个代号的 names 里。',
  }),
  'region-follows-unknown': isUnknown('地区', 'regions'),
  'region-follows-loop': ({ loop }) => ({
    what: `地区互为前身，绕成一圈：${loop ?? ''}。`,
    todo: '只在新设的地区里写 follows。',
  }),
  'region-rename-several': ({ id }) => ({
    what: `「${id ?? ''}」由几个地区而来，不能按更名承继上年值。`,
    todo: '补上 by: merger；上年值要相加的，再写 lastYear: sum。',
  }),
  'region-names-clash': ({ id }) => ({
    what: `地区「${id ?? ''}」在同一日期有两个名称。`,
    todo: '除最早的一个外，names 的每一项都写上各自的 from，例如 from: 2013-02-08。',
  }),
  'region-dates-backwards': ({ since, until }) => ({
    what: `撤销日期 ${until ?? ''} 早于设立日期 ${since ?? ''}。`,
    todo: '改正 since 或 until。',
  }),
  'region-total-taken': ({ id }) => ({
    what: `「${id ?? ''}」既是合计的代号，又是一个地区的代号。`,
    todo: '给 total 换一个代号。',
  }),
  'region-none': ({ date }) => ({
    what:
      date === undefined || date === ''
        ? '没有写被考核的地区。'
        : `到 ${date}，没有一个被考核的地区。`,
    todo: '在 regions.yaml 里写 regions，例如 regions: { xining: { name: 西宁市 } }；撤销日期看 until。',
  }),
};

/** The Chinese text of what is allowed and still worth a look. */
export const SET_WARNING_MESSAGES: Readonly<Record<SetWarningCode, Message>> = {
  'rule-small-field': ({ value }) => ({
    what: `${value ?? ''} 个地区有数就相互比较，名次和最优值容易由一个地区左右。`,
    todo: '把 smallestField 定在 4 以上，或改用目标值、标杆值计分。',
  }),
  'rule-equal-undeclared': ({ method }) => ({
    what: `没有写明各地区的值全都相同时怎么办：${method ?? ''} 按差距计分，没有差距就都作缺报，谁也没有总分。`,
    todo: '写 equal: full（都按最好的）、zero（都按最差的）、middle（都取中间）或 missing（作缺报）。',
  }),
  'node-mean-of-nought': ({ id }) => ({
    what: `「${id ?? ''}」取几何或调和平均，任何一个下级得 0 分，它就得 0 分。`,
    todo: '确认这是本意；否则改为 arithmeticMean。',
  }),
  'grade-from-exact': () => ({
    what: '等级和名次按未舍入的总分评定，可能与印出的分数不符（如印 90.00，却够不上 90 分）。',
    todo: '确认这是本意；否则改为 from: printed。',
  }),
  'grade-cut-finer-than-print': ({ value, places }) => ({
    what: `等级线 ${value ?? ''} 的小数位多于印出的 ${places ?? ''} 位，印出的分数看不出是否达到。`,
    todo: '等级线改为同样的位数，或增加 score 的 round。',
  }),
};
