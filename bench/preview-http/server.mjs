// A server to be measured: `bare` parses JSON and answers; `preview` is the real one.
const [kind, set] = process.argv.slice(2);

process.on('message', (message) => {
  if (message === 'cpu') {
    const { user, system } = process.cpuUsage();
    process.send?.({ microseconds: user + system });
    return;
  }
  globalThis.gc?.();
  setTimeout(() => {
    globalThis.gc?.();
    process.send?.({ bytes: process.memoryUsage().heapUsed });
  }, 200);
});
process.once('disconnect', () => process.exit());

if (kind === 'bare') {
  const { default: Fastify } = await import('fastify');
  const app = Fastify();
  app.post('/bare', (request, reply) => reply.send({ ok: request.body !== null }));
  await app.listen({ host: '127.0.0.1', port: 0 });
  process.send?.({
    port: /** @type {import('node:net').AddressInfo} */ (app.server.address()).port,
  });
} else {
  const built = new URL('../../.kaoheng/bench/preview-server.js', import.meta.url).href;
  const { start } = await import(built);
  process.send?.({ port: await start(set) });
}
