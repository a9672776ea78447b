import * as z from 'zod';
import { dateSchema, idSchema, textSchema } from '../../indicators/scalars.schema.js';
import { admonitionTalkRecord } from './admonition-talks.schema.js';
import { appealRecord } from './appeals.schema.js';
import { dataConfirmationRecord } from './data-confirmations.schema.js';
import { feedbackRecord } from './feedback.schema.js';
import { rectificationReportRecord } from './rectification-reports.schema.js';
import { rectificationRecord } from './rectifications.schema.js';
import { schemeRecord } from './scheme.schema.js';
import { selfReportRecord } from './self-reports.schema.js';
import { siteVisitRecord } from './site-visits.schema.js';
import { targetFilingRecord } from './target-filings.schema.js';
import { ruleChangeRecord } from './rule-changes.schema.js';

/** 发文机关: who issues papers, and of what rank. */
const officeRecord = z.strictObject({
  name: textSchema.describe('落款的名称'),
  kind: z
    .enum([
      'provincialGovernment',
      'provincialGeneralOffice',
      'jointConferenceOffice',
      'department',
      'prefecture',
    ])
    .describe(
      'provincialGovernment 省政府；provincialGeneralOffice 省政府办公厅；jointConferenceOffice 联席会议办公室；department 部门；prefecture 市州政府',
    ),
  mark: textSchema.optional().describe('发文机关标志；不写则为名称加“文件”'),
  signer: textSchema.optional().describe('签发人'),
  contact: textSchema.optional().describe('联系人和电话'),
});

/** 公文要素 of one kind of document; what is left out prints as a blank. */
const paperRecord = z.strictObject({
  from: idSchema.optional().describe('发文机关，offices 中的代号'),
  number: textSchema.optional().describe('发文字号，如 青质联办函〔2015〕12号'),
  numbers: z
    .record(idSchema, textSchema)
    .default({})
    .describe('一地一文的发文字号，键为地区，先于 number'),
  date: dateSchema.optional().describe('成文日期'),
  to: textSchema.optional().describe('主送机关'),
  approved: z
    .preprocess(
      (value) => (value === 'true' ? true : value === 'false' ? false : value),
      z.boolean(),
    )
    .optional()
    .describe('经省政府同意'),
  sealed: z
    .preprocess(
      (value) => (value === 'true' ? true : value === 'false' ? false : value),
      z.boolean(),
    )
    .default(true)
    .describe('加盖印章'),
  remark: textSchema.optional().describe('附注'),
  copyTo: z.array(textSchema).default([]).describe('抄送机关'),
  printer: textSchema.optional().describe('印发机关'),
  printedOn: dateSchema.optional().describe('印发日期'),
});

/** 通报: what is told of the result, and in which order. */
const noticeRecord = z.strictObject({
  show: z
    .enum(['grades', 'scores'])
    .default('scores')
    .describe('grades 只公布等级；scores 公布得分和名次'),
  order: z
    .enum(['rank', 'administrative'])
    .default('rank')
    .describe('同一等级内：rank 按名次；administrative 按行政区划'),
  requirements: z.array(textSchema).default([]).describe('下一步要求'),
});

/**
 * 文书记录: what the cycle of an assessment will supply and a run does not know: who issues, numbers
 * and dates, site visits, appeals, rectification. Everything may be left out; it prints as a blank.
 */
export const recordsSchema = z
  .strictObject({
    note: textSchema.optional().describe('示例：全部记录都是编造的，印在每份公文上'),
    offices: z.record(idSchema, officeRecord).default({}).describe('发文机关'),
    papers: z.record(z.string(), paperRecord).default({}).describe('各类公文的要素，键为公文种类'),
    notice: noticeRecord.prefault({}).describe('通报怎样公布'),
    scheme: schemeRecord.prefault({}).describe('开展考核的安排'),
    targetFilings: z
      .record(idSchema, targetFilingRecord)
      .default({})
      .describe('目标备案，键为地区'),
    selfReports: z.record(idSchema, selfReportRecord).default({}).describe('自评报告，键为地区'),
    dataConfirmations: z
      .record(idSchema, dataConfirmationRecord)
      .default({})
      .describe('数据确认，键为地区'),
    siteVisits: z.array(siteVisitRecord).default([]).describe('实地核查'),
    appeals: z.array(appealRecord).default([]).describe('复核申请和复核意见'),
    rectifications: z.array(rectificationRecord).default([]).describe('整改事项'),
    feedback: feedbackRecord.prefault({}).describe('反馈意见'),
    rectificationReports: z
      .record(idSchema, rectificationReportRecord)
      .default({})
      .describe('整改报告，键为地区'),
    talks: z.array(admonitionTalkRecord).default([]).describe('约谈'),
    ruleChanges: z.array(ruleChangeRecord).default([]).describe('规则变更'),
  })
  .meta({ id: 'DocumentRecords', title: '文书记录' });

export type DocumentRecords = z.infer<typeof recordsSchema>;
export type OfficeRecord = z.infer<typeof officeRecord>;
export type PaperRecord = z.infer<typeof paperRecord>;
