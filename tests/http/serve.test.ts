import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';

/** Runs `kaoheng serve` as it was built; gives what it says, and its exit. */
function serve(...args: readonly string[]) {
  return run('dist/cli.js', ...args);
}

function run(program: string, ...args: readonly string[]) {
  const child = spawn(process.execPath, [program, 'serve', ...args], { stdio: 'pipe' });
  let said = '';
  let heard = (): void => undefined;
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    heard();
  });
  const exit = new Promise<number | null>((resolve) => child.on('close', resolve));
  const url = new Promise<string>((resolve) => {
    heard = () => {
      const found = /已启动：(\S+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    };
  });
  return { child, exit, url, said: () => said };
}

describe('kaoheng serve', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('listens on this machine until %s', async (signal) => {
    const { child, exit, url, said } = serve('--port', '0');
    const address = await url;
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    child.kill(signal);
    expect(await exit).toBe(0);
    expect(said()).toContain('已停止');
  });

  it('stops in order when the program that was linked is told to', async () => {
    const { child, exit, url, said } = run('bin/kaoheng.mjs', '--port', '0');
    expect((await fetch(`${await url}/healthz`)).status).toBe(200);
    child.kill('SIGTERM');
    expect(await exit).toBe(0);
    expect(said()).toContain('已停止');
  });

  it('refuses an address of others unless told to, a wrong port, and one that is taken', async () => {
    const exposed = serve('--host', '0.0.0.0');
    expect(await exposed.exit).toBe(2);
    expect(exposed.said()).toContain('--expose');

    const wrong = serve('--port', '八七');
    expect(await wrong.exit).toBe(2);

    const holder = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => holder.once('listening', resolve));
    const address = holder.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const taken = serve('--port', String(port));
    expect(await taken.exit).toBe(3);
    expect(taken.said()).toContain('已被占用');
    holder.close();
  });
});
