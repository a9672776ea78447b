import type { RecordFaultCode } from '../domain/documents/records/fault-codes.js';
import type { FaultMessage } from './index.js';

type Facts = Readonly<Record<string, string>>;

const unknown =
  (what: string, where: string) =>
  ({ name, near, known }: Facts): FaultMessage => ({
    what: `文书记录里的「${name ?? ''}」不是${what}。`,
    todo:
      near === undefined
        ? `${where}${known === undefined || known === '' ? '目前没有' : `有：${known}`}。请改用其中之一，或删去这条记录。`
        : `是不是想写「${near}」？`,
  });

/** Sentences of faults in 文书记录. */
export const RECORD_FAULTS: Readonly<Record<RecordFaultCode, (facts: Facts) => FaultMessage>> = {
  'record-unknown-region': unknown('被考核单位的代号', '本体系的被考核单位'),
  'record-unknown-indicator': unknown('末级指标的代号', '本体系的末级指标'),
  'record-unknown-metric': unknown('填报数据的代号', '本体系的填报数据'),
  'record-unknown-office': unknown('发文机关的代号', 'offices 里'),
  'record-unknown-paper': unknown('公文种类', '公文种类'),
};
