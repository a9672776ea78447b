import * as z from 'zod';
import { decimalText, parseDecimal } from '../kernel/decimal.js';
import { PERIOD_PATTERN } from '../kernel/period.js';

/**
 * The scalars of an indicator file. The YAML adapter hands every scalar over as the text that
 * stands in the file, so that 0.1 never passes through a float; JSON callers may give numbers.
 */
const asText = (value: unknown): unknown => (typeof value === 'number' ? String(value) : value);

/** An id: a small Latin letter, then letters, digits and underscores; formulas can name it. */
export const ID_PATTERN = /^[a-z][a-z0-9_]{0,63}$/;

export const idSchema = z.string().regex(ID_PATTERN, { error: 'id' });

export const setIdSchema = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/, { error: 'setId' });

export const versionSchema = z.string().regex(/^\d+\.\d+\.\d+$/, { error: 'version' });

function isOnCalendar(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** A calendar date, checked to exist. */
export const dateSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'date' })
  .refine(isOnCalendar, { error: 'date' });

/** 考核年度: the period of the year's data. */
export const periodSchema = z
  .preprocess(asText, z.string().regex(PERIOD_PATTERN, { error: 'period' }))
  .meta({ kaoheng: 'period' });

/** The one text of a decimal; any other text as it is. */
function canonicalDecimal(text: string): string {
  const value = parseDecimal(text);
  return value === undefined ? text : decimalText(value);
}

/** A decimal, as its one canonical text: 90.00 and 90 are the same rule. */
export const decimalSchema = z
  .preprocess(
    asText,
    z
      .string()
      .refine((text) => parseDecimal(text) !== undefined, { error: 'decimal' })
      .transform(canonicalDecimal),
  )
  .meta({ kaoheng: 'decimal' });

/** Points or a step of a rule: a decimal, or the id of a parameter that says where it comes from. */
export const amountSchema = z
  .preprocess(
    asText,
    z
      .string()
      .refine((text) => parseDecimal(text) !== undefined || ID_PATTERN.test(text), {
        error: 'decimal',
      })
      .transform(canonicalDecimal),
  )
  .meta({ kaoheng: 'formula' });

/** A formula, or a plain number where one is enough. */
export const formulaSchema = z
  .preprocess(asText, z.string().min(1, { error: 'formula' }))
  .meta({ kaoheng: 'formula' });

/** A small whole number that is no score: places, years, counts of regions. */
export const wholeSchema = (least: number, most: number) =>
  z
    .preprocess(
      (value) => (typeof value === 'string' && /^-?\d{1,9}$/.test(value) ? Number(value) : value),
      z.int({ error: 'whole' }).min(least, { error: 'range' }).max(most, { error: 'range' }),
    )
    .meta({ kaoheng: 'whole', minimum: least, maximum: most });

/** A text that a person reads; numbers written without quotes are taken as their text. */
export const textSchema = z
  .preprocess(asText, z.string().trim().min(1, { error: 'empty' }).max(4000, { error: 'long' }))
  .meta({ kaoheng: 'text' });

/** A map from id to something, in the order of the file. */
export const byId = <T extends z.ZodType>(item: T) => z.record(idSchema, item);

/** Where a rule or a number comes from, and how far it may be trusted. */
export const sourceSchema = z
  .strictObject({
    kind: z
      .enum(['official', 'example', 'unverified'])
      .default('official')
      .describe('official 有文件依据；example 示例，待主管部门确定；unverified 待核，未见原文'),
    document: textSchema.optional().describe('文件名称或文号'),
    clause: textSchema.optional().describe('条款'),
    note: textSchema.optional().describe('说明'),
  })
  .describe('出处：官方依据、示例或待核');
