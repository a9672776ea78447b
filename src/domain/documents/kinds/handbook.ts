import type { DocumentKind } from '../document-kind.js';
import { methodSentences } from '../method-sentences.js';
import { describeBase } from '../parts/describe-base.js';
import {
  describeEvents,
  describeGradeConditions,
  describeMetrics,
  describeParameters,
  describeRules,
} from '../parts/describe-set.js';
import { handbookSchema, type Handbook } from './handbook.schema.js';

/** 考核细则手册: the whole set as a book to look things up in, with where each number comes from. */
export const handbook: DocumentKind<Handbook> = {
  id: 'handbook',
  label: '考核细则手册',
  per: 'all',
  direction: 'internal',
  restsOnResult: false,
  schema: handbookSchema,
  build(source) {
    const { set } = source;
    return {
      ...describeBase(source, handbook),
      roots: describeRules(set),
      metrics: describeMetrics(set),
      events: describeEvents(set),
      grades: describeGradeConditions(set),
      consequences: set.consequences.map(({ text, label }) => ({ text, label })),
      parameters: describeParameters(set),
      method: methodSentences(set),
      references: set.basis
        .filter((one) => one.use === 'reference')
        .map(({ title, document, note }) => ({
          title,
          document: document ?? '',
          note: note ?? '',
        })),
    };
  },
};
