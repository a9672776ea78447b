import type { Plan } from '../plan/index.js';

/**
 * A plan for one region alone.
 *
 * @throws RangeError when the plan has no such region: callers check names
 */
export function ownPlan(plan: Plan, regionId: string): Plan {
  const region = plan.regions.find((one) => one.id === regionId);
  if (region === undefined) throw new RangeError(`no region ${regionId}`);
  return { ...plan, regions: [region] };
}
