import { expect, test } from 'vitest';
import { FINDING_MESSAGES } from '../../src/messages/findings.js';

const FACTS = {
  ...{ regionName: '海东市', relation: 'agri_passed <= agri_sampled' },
  numbers: '主要农产品监测合格样品数 700，主要农产品监测样品数 640',
};

test.each([
  ['农产品合格样品不多于监测样品', '农产品合格样品不多于监测样品'],
  ['agri_within', 'agri_passed <= agri_sampled'],
])('a relation named %s is told as %s, and only once', (checkLabel, told) => {
  expect(FINDING_MESSAGES['data-relation-broken']({ ...FACTS, checkLabel })).toBe(
    `海东市不符合「${told}」：${FACTS.numbers}。`,
  );
});
