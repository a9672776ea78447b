import { describe, expect, test } from 'vitest';
import { assessmentNotice } from '../../../src/domain/documents/kinds/assessment-notice.js';
import { sampleSource } from './sample-source.js';

const notice = assessmentNotice.build(await sampleSource(), undefined);
const food = assessmentNotice.build(await sampleSource('qinghai-food-2024'), undefined);

describe('the notice that opens an assessment', () => {
  test('names the prefectures in administrative order', () => {
    expect(notice.assessed.map(({ name }) => name).join('、')).toBe(
      '西宁市、海东市、海北州、黄南州、海南州、果洛州、玉树州、海西州',
    );
  });

  test('prints every item of the 细则 with criterion, material, lead and clause', () => {
    expect(notice.leafCount).toBe(27);
    expect(notice.rubric.find(({ id }) => id === 'planning_scheme')).toMatchObject({
      fullPoints: '1',
      lead: '省质监局',
      materials: '印发的工作方案',
      clause: '（十四）',
    });
    expect(notice.rubric.filter((row) => row.isLeaf && row.criterion === '')).toEqual([]);
  });

  test('says how much an event adds, takes off or decides', () => {
    const text = (label: string) =>
      [...notice.bonuses, ...notice.penalties, ...notice.vetoes].find((one) => one.label === label)
        ?.text;
    expect(text('获得政府质量奖')).toBe('每项加1—2分，累计不超过2分');
    expect(text('自评报告、数据逾期报送')).toBe(
      '每项扣0.5—1分，累计不超过1分，在“质量工作协调机制建立与运行”中扣',
    );
    expect(text('区域性产品质量安全事件')).toBe('等级定为D级');
    expect(text('瞒报、谎报，数据弄虚作假')).toBe('等级降1级');
  });

  test('of a set without targets has no form to file them, without grades no rule for them', () => {
    expect(food.hasTargets).toBe(false);
    expect(food.gradeRules).toEqual([]);
    expect(food.vetoes).toEqual([]);
  });
});
