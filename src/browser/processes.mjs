// Starts what a test needs, and ends it with the test.
import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const started = [];
process.on('exit', () => started.forEach(child => child.kill('SIGKILL')));
process.on('SIGTERM', () => process.exit(1));

/** A port that nothing listens on. */
export function freePort() {
  return new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Starts a process whose output goes into a file, and waits until an address answers. */
export async function start(command, args, { cwd, log, ready }) {
  const output = openSync(log, 'w');
  const child = spawn(command, args, { cwd, stdio: ['ignore', output, output] });
  started.push(child);
  let gone = null;
  child.on('error', error => { gone = error; });
  child.on('exit', code => { gone = new Error(`${command} ended with ${code}, see ${log}`); });
  for (let i = 0; i < 240; i++) {
    if (gone) throw gone;
    if (await fetch(ready).then(answer => answer.ok, () => false)) return child;
    await pause(250);
  }
  throw new Error(`${ready} does not answer, see ${log}`);
}

/** Starts the packaged jar on its simulator, and gives its address. */
export async function startGateway(jar, settings, { cwd, log }) {
  const [port, management] = [await freePort(), await freePort()];
  const all = {
    'meishi.sandbox.enabled': true, 'meishi.upstream.api': '2.0', 'meishi.quota.calls-per-minute': 1000000,
    'quarkus.http.port': port, 'quarkus.management.port': management, ...settings,
  };
  const args = [...Object.entries(all).map(([key, value]) => `-D${key}=${value}`), '-jar', jar];
  await start('java', args, { cwd, log, ready: `http://localhost:${management}/q/health/ready` });
  return `http://localhost:${port}`;
}
