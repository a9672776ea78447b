import type { PlanRule } from '../plan.js';
import { bands } from './bands.js';
import { byRank } from './by-rank.js';
import { checklist } from './checklist.js';
import { normalise, proportionOfBest } from './compared.js';
import { improvement } from './improvement.js';
import { levels } from './levels.js';
import { linear } from './linear.js';
import { merit } from './merit.js';
import { missingItems } from './missing-items.js';
import type { RuleKind, RuleOf } from './rule-kind.js';
import { target } from './target.js';

/** Every kind of rule; a new one is a file and a line here. */
export const RULE_KINDS: { readonly [K in PlanRule['kind']]: RuleKind<RuleOf<K>> } = {
  target,
  linear,
  bands,
  levels,
  missingItems,
  merit,
  checklist,
  improvement,
  proportionOfBest,
  rank: byRank,
  normalise,
};

/** The kind of a rule, for whoever holds the rule itself. */
export function ruleKindOf<R extends PlanRule>(rule: R): RuleKind<R> {
  return RULE_KINDS[rule.kind] as unknown as RuleKind<R>;
}

export type { Edge, Probe, RuleKind, RuleWording, Scored, Side, Situation } from './rule-kind.js';
