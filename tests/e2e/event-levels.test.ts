import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copySet, kaoheng, withFolder } from './run.js';

describe('an event of a kind with several levels', () => {
  it('is never counted at a level that nobody wrote: data and tests are refused, the levels named', async () => {
    await withFolder(async (folder) => {
      const set = await copySet('qinghai-2015', folder, (file, text) =>
        file === 'data/events.yaml' ? text.replace('    level: provincial\n', '') : text,
      );
      const scored = await kaoheng('score', set, '--format', 'json');
      expect(scored).toMatchObject({ exit: 1, out: '' });
      expect(scored.said).toMatch(
        /events\.yaml:6:5 data-event-without-level .*\n {4}可写：国家级 national、省级 provincial。/,
      );

      await appendFile(
        join(set, 'tests', 'total.yaml'),
        '  - name: 没有写级别的加分\n    baseScore: 80\n    events: [{ kind: quality_award }]\n    expect: { score: 81 }\n',
      );
      const tested = await kaoheng('test', set);
      expect(tested.exit).toBe(1);
      expect(tested.out + tested.said).toContain(
        '没有写级别的 quality_award（可写 national、provincial）',
      );
    });
  });
});
