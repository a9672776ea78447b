import type { ServerFault } from '../../ports/http-server.js';
import type { Context } from '../command.js';
import { EXIT } from '../exit-codes.js';

export interface ServeOptions {
  readonly port: string;
  readonly host: string;
  readonly expose?: boolean;
}

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/i;

const FAULTS: Readonly<Record<ServerFault, (options: ServeOptions) => string>> = {
  'port-taken': ({ port }) =>
    `端口 ${port} 已被占用。可能考衡已经在运行；也可用 --port 换一个，如 --port 8732。`,
  'port-forbidden': ({ port }) => `不能使用端口 ${port}。请用 --port 换一个 1024 以上的。`,
  'host-unknown': ({ host }) => `本机没有「${host}」这个地址。不写 --host 则只供本机访问。`,
};

/** `serve [--port N] [--host ADDRESS] [--expose]`: until it is told to stop. */
export async function serve(context: Context, options: ServeOptions): Promise<number> {
  const { terminal } = context;
  const port = /^\d{1,5}$/.test(options.port) ? Number(options.port) : NaN;
  if (!(port >= 0 && port <= 65_535)) {
    terminal.say(`端口「${options.port}」不对，应为 0 到 65535 的整数，如 8731。\n`);
    return EXIT.usage;
  }
  const isLoopback = LOOPBACK.test(options.host);
  if (!isLoopback && options.expose !== true) {
    terminal.say(
      `「${options.host}」不是本机地址：其他机器将能访问，而本服务没有登录、也不加密。\n确实需要时加上 --expose，并自行在前面设置登录和 HTTPS。\n`,
    );
    return EXIT.usage;
  }
  // Listened for before the browser may start, which otherwise ends the process by itself.
  const told = toldToStop();
  const started = await context.startServer({
    host: options.host,
    port,
    isExposed: !isLoopback,
  });
  if (!started.ok) {
    terminal.say(`${FAULTS[started.error](options)}\n`);
    return EXIT.environment;
  }
  const server = started.value;
  const { url } = server;
  if (!isLoopback) {
    terminal.say('注意：其他机器可以访问。本服务没有登录、也不加密，不要放在公开的网络上。\n');
  }
  terminal.say(`考衡已启动：${url}\n接口说明：${url}/docs\n数据不保存。按 Ctrl+C 停止。\n`);
  await told;
  terminal.say('正在停止，先完成已收到的请求……\n');
  await server.stop();
  terminal.say('已停止。\n');
  return EXIT.done;
}

/** Ctrl+C, or the end that a service manager sends. */
function toldToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
