import * as z from 'zod';

/** A text as it is printed: rounded, with its unit, with its dash where there is nothing. */
export const printed = (meaning: string) => z.string().describe(meaning);

/** A text that may be absent: it prints as a blank to be filled in by hand. */
export const blankable = (meaning: string) =>
  z.string().nullable().describe(`${meaning}；空白待填`);

/** Yes or no, for {{#if}}. */
export const flag = (meaning: string) => z.boolean().describe(meaning);

/** A list, printed with {{#each}}. */
export const list = <T extends z.ZodType>(item: T, meaning: string) =>
  z.array(item).readonly().describe(meaning);

/** Fields under one name. */
export const fields = <S extends z.core.$ZodLooseShape>(shape: S, meaning: string) =>
  z.strictObject(shape).readonly().describe(meaning);

/** The indicator set, as every document names it. */
export const setPart = fields(
  {
    id: printed('指标体系代号'),
    version: printed('版本'),
    title: printed('名称'),
    subject: printed('考核名称，如 市州人民政府质量工作考核'),
    activity: printed('考核活动，总以“考核”结尾，如 市州人民政府质量工作考核'),
    matter: printed('只对一个单位说时的考核名称，如 质量工作考核'),
    year: printed('考核年度，如 2015'),
    yearText: printed('年度的写法，如 2014—2015年度'),
    windowText: printed('考核时段'),
    statusText: printed('体系的状态，如 已印发'),
    digest: printed('体系摘要（SHA-256）'),
    disclaimer: z.string().nullable().describe('演示或示例的声明，印在每一页；正式公文没有'),
    basis: list(
      fields(
        { title: printed('文件名'), document: printed('文号'), date: printed('日期') },
        '一份依据',
      ),
      '考核依据',
    ),
    labels: list(z.string(), '〔示例〕〔待核〕的说明'),
  },
  '指标体系',
);

/** 版头、主体、版记 of a 公文, as GB/T 9704 names them. */
export const paperPart = fields(
  {
    mark: printed('发文机关标志，如 青海省人民政府办公厅文件'),
    number: blankable('发文字号'),
    signer: blankable('签发人（上行文）'),
    isUpward: flag('上行文，印签发人'),
    addressees: printed('主送机关，不带冒号'),
    issuer: printed('落款的发文机关'),
    date: blankable('成文日期'),
    sealed: flag('加盖印章'),
    remark: printed('附注，不带括号'),
    copyTo: list(z.string(), '抄送机关'),
    printer: printed('印发机关'),
    printedOn: blankable('印发日期'),
    contact: printed('联系人和电话'),
    approval: printed('经省政府同意；没有经同意时为空'),
  },
  '公文要素',
);

/** The region that a document is about. */
export const regionPart = fields(
  {
    id: printed('代号'),
    code: printed('行政区划代码'),
    name: printed('名称'),
    government: printed('政府名称，如 西宁市人民政府'),
    place: printed('市、州、县、区，用于“你市”“我州”'),
  },
  '被考核单位',
);

/** What every printed document says of itself and of the run that it prints. */
export const baseShape = {
  set: setPart,
  engine: printed('计算程序'),
  runHash: printed('结果校验码（SHA-256）；不依据计分结果的公文为空'),
  periodText: printed('期间'),
  fullPoints: printed('满分'),
  paper: paperPart,
  region: regionPart.nullable().describe('这份公文所说的被考核单位；说全部时没有'),
};

/** Every field that all documents have. */
export const baseSchema = fields(baseShape, '公文');

/** What every document has; each kind adds its own fields. A template lays out, it computes nothing. */
export type DocumentModel = z.infer<typeof baseSchema>;
export type SetPart = z.infer<typeof setPart>;
export type PaperPart = z.infer<typeof paperPart>;
export type RegionPart = z.infer<typeof regionPart>;

/** A schema of a kind of document. */
export type ModelSchema<T extends DocumentModel = DocumentModel> = z.ZodType<T>;
