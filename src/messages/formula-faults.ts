import type { FormulaFaultCode } from '../domain/formula/index.js';

type Facts = Readonly<Record<string, string>>;

/** What is wrong with a formula, and what to do about it. */
export interface FormulaFaultMessage {
  readonly what: string;
  readonly todo: string;
}

const UNDEFINED_REASONS: Facts = {
  zeroDenominator: '除数是 0',
  negativeRoot: '负数不能开方',
  logarithmOfNonPositive: '0 和负数没有对数',
  outOfRange: '结果超出 1e300，或小于 1e-299',
};

const REPLACEMENTS: Facts = { ' ': '半角空格' };

/** A message from the facts of a fault; a missing fact is left out of the sentence. */
type Message = (facts: Facts) => FormulaFaultMessage;

/** The Chinese text of every formula fault. */
export const FORMULA_FAULT_MESSAGES: Readonly<Record<FormulaFaultCode, Message>> = {
  'formula-empty': () => ({
    what: '公式是空的。',
    todo: '写上公式，例如：(sampled - failed) / sampled * 100。',
  }),
  'formula-too-long': ({ length, limit }) => ({
    what: `公式有 ${length} 个字符，最多 ${limit} 个。`,
    todo: '把公式拆成几个指标，或先汇总成一项填报数据。',
  }),
  'formula-character': ({ character, code }) => ({
    what: `公式里不能有“${character}”（${code}）。`,
    todo: '公式只用填报数据的代码、数字和 + - * / ^ ( ) , < > ==，例如：failed / sampled * 100。百分数 97% 写成 97。',
  }),
  'formula-look-alike': ({ character, code, instead }) => ({
    what: `“${character}”（${code}）不是公式用的半角字符。`,
    todo: `改成 ${REPLACEMENTS[instead ?? ''] ?? instead ?? ''}，例如：(sampled - failed) / sampled。`,
  }),
  'formula-assignment': () => ({
    what: '公式里不能用单个等号赋值。',
    todo: '比较是否相等用两个等号，例如：if(level == 2, 10, 5)。',
  }),
  'formula-number': ({ text }) => ({
    what: `“${text}”不是数字。`,
    todo: '小数点前后都要有数字，例如 0.5；相乘要写乘号，例如 2 * x。',
  }),
  'formula-number-range': ({ text, digits }) => ({
    what: `数字“${text}”太大、太小或位数太多。`,
    todo: `写 1e-299 到 1e299 之间、不超过 ${digits} 位的数字，例如 97.5。`,
  }),
  'formula-name': ({ name, limit }) => ({
    what: `“${name}”不能作名称。`,
    todo: `名称用小写字母开头，只含小写字母、数字和下划线，最多 ${limit} 个字符，例如 pass_rate_2014。`,
  }),
  'formula-missing-operator': ({ before, text }) => ({
    what: `“${before}”和“${text}”之间缺少运算符。`,
    todo: '相乘也要写乘号，例如：2 * (a + b)。',
  }),
  'formula-missing-operand': ({ text }) => ({
    what: `“${text}”旁边缺少数字或名称。`,
    todo: '补上缺的一项，或删去多余的符号，例如：failed / sampled。',
  }),
  'formula-parenthesis': ({ text }) => ({
    what: text === '(' ? '这个左括号没有右括号。' : '这个右括号没有左括号。',
    todo: '左右括号要成对，例如：(sampled - failed) / sampled。',
  }),
  'formula-comma': () => ({
    what: '这里不能有逗号：逗号只分隔函数的参数。',
    todo: '数字不写千分位逗号，例如 16092；参数写在函数的括号里，例如 min(a, b)。',
  }),
  'formula-chained-comparison': ({ text }) => ({
    what: `比较不能连写，“${text}”是第二个比较。`,
    todo: '用 and 连接，例如：60 <= x and x < 90。',
  }),
  'formula-too-deep': ({ limit }) => ({
    what: `公式的括号、函数或正负号嵌套超过 ${limit} 层。`,
    todo: '去掉多余的括号，或把里层的部分拆成单独的指标。',
  }),
  'formula-too-large': ({ limit }) => ({
    what: `公式展开后超过 ${limit} 项。`,
    todo: '不要层层套用 growth；把公式拆成几个指标。',
  }),
  'formula-too-costly': ({ limit }) => ({
    what: `公式里的 ln、exp、sqrt 和乘方超过 ${limit} 个。`,
    todo: '平方可以写成 x * x；几何平均请用指标的汇总方法。',
  }),
  'formula-unknown-name': ({ name, nearest }) => ({
    what: `没有名为“${name}”的填报数据或参数。`,
    todo: nearest
      ? `是不是“${nearest}”？如果不是，先在指标体系里定义“${name}”。`
      : `检查拼写，或先在指标体系里定义“${name}”。`,
  }),
  'formula-unknown-function': ({ name, nearest }) => ({
    what: `没有名为“${name}”的函数。`,
    todo: nearest
      ? `是不是“${nearest}”？例如：${nearest}(a)。`
      : '可用的函数有 if、min、max、clamp、round、sum、mean、count、rate、growth、previous、target、abs、ln、exp、sqrt、power，例如 round(x, 2)；相乘要写乘号。',
  }),
  'formula-function-without-arguments': ({ name }) => ({
    what: `“${name}”是函数，后面缺少括号。`,
    todo: `写上参数，例如 ${name}(…)；填报数据不能叫这个名字。`,
  }),
  'formula-stated-metric': ({ name }) => ({
    what: `“${name}”是直接填报的比率，只用来核对，不进入公式。`,
    todo: '用分子和分母计算，例如：rate(qualified, sampled)。',
  }),
  'formula-text-metric': ({ name }) => ({
    what: `“${name}”是文字，不能参加计算。`,
    todo: '改用一项数值数据，或把这个指标改为人工评分。',
  }),
  'formula-level-metric': ({ name }) => ({
    what: `“${name}”是等次，不能参加计算。`,
    todo: '用按等次给分的计分规则，或另设一项数值数据。',
  }),
  'formula-arity': ({ name, given, least, most }) => ({
    what: `${name} 有 ${given} 个参数，应有${arityInWords(least, most)}。`,
    todo: '参数之间用逗号分开，例如：clamp(x, 0, 100)、if(a > b, 10, 5)。',
  }),
  'formula-number-wanted': () => ({
    what: '这里要数字，给的却是“是／否”的判断。',
    todo: '用 if 把判断变成数字，例如：if(a > b, 1, 0)。',
  }),
  'formula-truth-wanted': () => ({
    what: '这里要“是／否”的判断，给的却是数字。',
    todo: '写成比较，例如：if(failed > 0, 5, 10)。',
  }),
  'formula-literal-wanted': ({ name, least, most }) => ({
    what: `${name} 的第二个参数要直接写成整数。`,
    todo: `写 ${least} 到 ${most} 之间的整数，例如：${name}(x, 2)。`,
  }),
  'formula-metric-wanted': ({ name }) => ({
    what: `${name} 要用在填报数据上。`,
    todo: `写填报数据的代码，例如：${name}(sampled)。`,
  }),
  'formula-target-earlier': ({ name }) => ({
    what: `备案目标只有本年度的，不能用在 ${name} 里。`,
    todo: '把 target 移到外面，例如：previous(output) / target(output)。',
  }),
  'formula-years-back': ({ limit }) => ({
    what: `公式最多追溯 ${limit} 年。`,
    todo: `减少年数，例如：previous(output, ${limit})；previous 和 growth 套用时年数相加。`,
  }),
  'formula-exponent': ({ exponent, limit }) => ({
    what: `指数 ${exponent} 太大。`,
    todo: `指数写在 -${limit} 到 ${limit} 之间，例如：x ^ 2。`,
  }),
  'formula-constant-undefined': ({ reason }) => ({
    what: `这一步总是算不出来：${UNDEFINED_REASONS[reason ?? ''] ?? ''}。`,
    todo: '检查公式里写的数字，例如：failed / sampled * 100。',
  }),
  'formula-syntax': () => ({
    what: '这个公式读不懂。',
    todo: '对照示例改写：(sampled - failed) / sampled * 100。',
  }),
};

function arityInWords(least = '', most = ''): string {
  if (most === 'Infinity') return `至少 ${least} 个`;
  return least === most ? ` ${least} 个` : ` ${least} 到 ${most} 个`;
}
