import type { FormFaultCode, FormNoticeCode } from '../domain/workbooks/fault-codes.js';

type Facts = Readonly<Record<string, string>>;
type Message = (facts: Facts) => { readonly what: string; readonly todo: string };

/** The codes of why a file is not read as a workbook at all. A code never changes meaning. */
export const CONTAINER_FAULT_CODES = [
  'workbook-too-large',
  'workbook-not-xlsx',
  'workbook-old-format',
  'workbook-encrypted',
  'workbook-damaged',
  'workbook-bomb',
  'workbook-macros',
  'workbook-external-links',
  'workbook-entities',
  'workbook-too-many-cells',
  'workbook-took-too-long',
] as const;

/** Everything that can be wrong with a workbook. */
export type WorkbookFaultCode = (typeof CONTAINER_FAULT_CODES)[number] | FormFaultCode;

const AGAIN = '请对方重新发送，或在表格软件里打开后另存为 .xlsx';
const NEW_FORM = '用 kaoheng template 重新生成这份表，把填好的数抄进去';

/** The Chinese texts of everything that can be wrong with a workbook. */
export const WORKBOOK_FAULTS: Readonly<Record<WorkbookFaultCode, Message>> = {
  'workbook-too-large': ({ size = '', limit = '' }) => ({
    what: `工作簿有 ${size} MB，超过 ${limit} MB`,
    todo: '删去图片和无关的工作表后另存；佐证材料另行报送',
  }),
  'workbook-not-xlsx': () => ({
    what: '这个文件的内容不是 .xlsx 工作簿',
    todo: '在 Excel 或 WPS 表格里打开，另存为 .xlsx 再用',
  }),
  'workbook-old-format': () => ({
    what: '这是旧格式或其他格式的工作簿（.xls、.et、.xlsb、.ods 等）',
    todo: '在 Excel 或 WPS 表格里打开，另存为 .xlsx 再用',
  }),
  'workbook-encrypted': () => ({
    what: '工作簿设了打开密码，读不到内容',
    todo: '取消打开密码（文件→信息→保护工作簿）后另存为 .xlsx',
  }),
  'workbook-damaged': ({ part = '' }) => ({
    what: `工作簿已损坏或没有传完${part === '' ? '' : `（${part}）`}`,
    todo: AGAIN,
  }),
  'workbook-bomb': () => ({
    what: '工作簿解压后大得不正常，没有读取',
    todo: `不要打开它，先核实来源；${AGAIN}`,
  }),
  'workbook-macros': () => ({
    what: '工作簿里有宏，没有读取',
    todo: '另存为不带宏的 .xlsx（Excel 工作簿）再报送',
  }),
  'workbook-external-links': () => ({
    what: '工作簿链接了别的文件或数据库，没有读取',
    todo: '断开链接（数据→编辑链接→断开链接），使数留在本表里，再另存',
  }),
  'workbook-entities': () => ({
    what: '工作簿的内部文件里有表格软件不会写的声明，没有读取',
    todo: `不要打开它，先核实来源；${AGAIN}`,
  }),
  'workbook-too-many-cells': () => ({
    what: '工作簿的单元格或工作表太多',
    todo: '删去无关的工作表和表格以外的内容（选中多余的行列删除）后另存',
  }),
  'workbook-took-too-long': () => ({
    what: '读取这个工作簿用的时间或内存超过限度，已停止',
    todo: '删去无关的工作表后另存为 .xlsx；仍不行的先核实来源',
  }),
  'workbook-without-mark': () => ({
    what: '这个工作簿里没有考衡的标识，看不出是哪个地区或部门、哪个年度的表',
    todo: '只能用 kaoheng template 生成的表填报，不能把工作表复制到新的工作簿里；其他来源的数可用 CSV',
  }),
  'workbook-mark-broken': () => ({
    what: '标识表（隐藏的「考衡」工作表）被改动过，或是本程序不认识的版本',
    todo: NEW_FORM,
  }),
  'workbook-other-set': ({ name = '', found = '', expected = '' }) => ({
    what: `这是${name}按指标体系「${found}」制发的表，现在用的是「${expected}」`,
    todo: '换用本次考核的表；要计那个体系的分，命令里写那个体系',
  }),
  'workbook-other-year': ({ name = '', found = '', expected = '' }) => ({
    what: `这是${name} ${found} 年度的表，现在考核的是 ${expected} 年度`,
    todo: '换用本年度的表；确要考核那一年度的，在命令后写 --period',
  }),
  'workbook-other-region': ({ found = '', expected = '', by = '' }) => ({
    what: `这份表是${found}的，${by}却是${expected}`,
    todo: `核实是谁填的：是${found}的就改正${by}；是${expected}的，用${expected}自己的表重填`,
  }),
  'workbook-unit-unknown': ({ name = '' }) => ({
    what: `这是「${name}」的表，现行指标体系里没有这个被考核地区或部门`,
    todo: '核对体系的地区、部门和这份表的年度',
  }),
  'workbook-unit-twice': ({ name = '', other = '' }) => ({
    what: `${name}的表有两份，另一份是 ${other}`,
    todo: '核实以哪一份为准，把另一份移走',
  }),
  'workbook-unit-unwanted': ({ name = '', expected = '' }) => ({
    what: `这是${name}的表，这里只收${expected}的`,
    todo: `换用${expected}的表`,
  }),
  'workbook-missing-sheet': ({ sheet = '', heads = '' }) => ({
    what: `没有找到「${sheet}」表（表头应当有：${heads}）`,
    todo: '不要删除工作表或改动表头；已经删了的，重新生成这份表再填',
  }),
  'workbook-missing-column': ({ sheet = '', heads = '' }) => ({
    what: `「${sheet}」表的表头里没有：${heads}`,
    todo: '把表头改回原样（可以插入列，不能删改原有的表头）',
  }),
  'workbook-column-twice': ({ head = '' }) => ({
    what: `表头「${head}」有两列，不知道该读哪一列`,
    todo: '把另加的一列改成别的名称',
  }),
  'workbook-row-without-name': ({ head = '' }) => ({
    what: `这一行填了数，却没有代号，也没有「${head}」`,
    todo: '补上代号，或删去这个数',
  }),
  'workbook-merged-input': ({ head = '', text = '' }) => ({
    what: `「${head}」的几个单元格合并成了一个（${text}），不知道下面几行是不是同一个数`,
    todo: '取消合并，每格各写一个',
  }),
  'workbook-error-value': ({ text = '' }) => ({
    what: `单元格里是错误值 ${text}`,
    todo: '改正公式，或直接写数',
  }),
  'workbook-formula-without-value': () => ({
    what: '单元格里的公式没有算出的结果',
    todo: '在 Excel 或 WPS 里打开、保存一次，或直接写数',
  }),
  'workbook-percent-unclear': ({ text = '', times = '' }) => ({
    what: `单位是 %，这里写的是 ${text}：是 ${text}% 还是 ${times}%？`,
    todo: `连百分号一起写，例如 ${times}% 或 ${text}%`,
  }),
  'workbook-control-character': ({ character = '' }) => ({
    what: `单元格里有看不见的字符 ${character}`,
    todo: '清除内容后重新输入',
  }),
  'workbook-no-scoring-table': () => ({
    what: '没有找到评分细则表：要有一行表头，写明 一级指标（或二级、三级指标、考核要点）、评分标准、分值',
    todo: '把表头改成这些名称；合并的标题行放在表头以上',
  }),
  'workbook-no-points': ({ text = '', label = '' }) => ({
    what: `「${label}」${text === '' ? '没有写分值' : `的分值「${text}」不是数`}`,
    todo: '在「分值」里写数，例如 4；几行合用一个分值的，在各行的评分标准里写（1分）',
  }),
  'workbook-no-year': ({ title = '' }) => ({
    what: `标题「${title}」里没有年度`,
    todo: '在命令后写 --year，例如 --year 2015',
  }),
  'workbook-no-place-in-tree': ({ label = '' }) => ({
    what: `新增的「${label}」看不出放在哪个上级指标下`,
    todo: '上级各列与同级的指标写得一样（可复制同级的一行再改）',
  }),
  'workbook-unknown-code': ({ id = '' }) => ({
    what: `代号「${id}」不在导出的体系里`,
    todo: '新增的行不写代号；原有的行不要改代号',
  }),
  'workbook-code-twice': ({ id = '' }) => ({
    what: `代号「${id}」有两行`,
    todo: '复制出来的新行删去代号',
  }),
  'workbook-more-faults': ({ count = '' }) => ({
    what: `此后还有 ${count} 处错误没有列出`,
    todo: '先改正已列出的错误，再检查一次',
  }),
};

/** The Chinese sentences of what was read all the same. */
export const WORKBOOK_NOTICES: Readonly<Record<FormNoticeCode, (facts: Facts) => string>> = {
  'workbook-formula': ({ at = '', rowRegion = '', rowName, head = '', text = '' }) =>
    `${at}${rowRegion}${rowName === undefined ? '' : `「${rowName}」的`}「${head}」是公式，按保存的结果 ${text} 计。`,
  'workbook-folder-unread': ({ folders = '' }) =>
    `子文件夹里的工作簿没有读：${folders}。要用的，把子文件夹也写在 --data 后；不用的，移到别处。`,
  'workbook-other-version': ({ at = '', name = '', version = '', current = '' }) =>
    `${at}${name}的表制发以后，体系有改动（${version === current ? `版本号仍是 ${current}` : `制发时是 ${version} 版，现为 ${current} 版`}），请核对要填的数有没有变。`,
};
