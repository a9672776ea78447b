import { validateSet } from '../../app/validate-set.js';
import type { Context } from '../command.js';
import { EXIT } from '../exit-codes.js';
import { faultLines, sayRefusal } from '../say-refusal.js';

/** `validate SET` */
export async function validate(context: Context, reference: string): Promise<number> {
  const { terminal } = context;
  const validated = await validateSet(context.ports, reference);
  if (!validated.ok) return sayRefusal(terminal, validated.error);
  const { set, digest, warnings } = validated.value;
  for (const warning of warnings) terminal.say(`[提醒] ${faultLines(warning)}`);
  const leaves = [...set.nodes.values()].filter((node) => node.kind === 'indicator').length;
  terminal.out(
    `${set.id} ${set.version} 可用：${set.title}\n` +
      `  ${String(leaves)}个末级指标，满分${set.fullPoints}分，${String(set.regions.assessed.length)}个被考核地区，${String(set.metrics.size)}项填报数据\n` +
      `  摘要 ${digest}\n`,
  );
  return EXIT.done;
}
