/** Starts the console and its simulator as `npm start` does, on ports of its own, and loads worlds into it. */
import { type ChildProcess, spawn } from 'node:child_process'

interface ServerOptions {
  clock?: 'real' | 'manual'
  port?: number
  simPort?: number
}

export interface Servers {
  web: string
  simulator: string
  /** Loads a scenario and says under which origin its console answers, and its access key. */
  load(scenario: string): Promise<{ origin: string; key: string }>
  /** `service:Operation` of every call a world was sent in [from, to], ms since the epoch. */
  calls(key: string, from: number, to: number): Promise<string[]>
  stop(): void
}

export async function startServers({
  clock = 'real',
  port = 5373,
  simPort = 4766,
}: ServerOptions = {}): Promise<Servers> {
  const child = spawn('node', ['scripts/run.mjs', 'cli/start.ts', '--scenario', 'empty', '--clock', clock], {
    env: { ...process.env, PORT: String(port), SIM_PORT: String(simPort) },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const web = `http://127.0.0.1:${port}`
  const simulator = `http://127.0.0.1:${simPort}`
  await answering(child, `${web}/config.json`)
  return {
    web,
    simulator,
    load: async (scenario) => {
      const response = await fetch(`${simulator}/_sim/load`, {
        method: 'POST',
        body: JSON.stringify({ scenario, seed: 1 }),
      })
      const made = (await response.json()) as { world: string; accessKeyId: string }
      return { origin: `http://${made.world}.localhost:${port}`, key: made.accessKeyId }
    },
    calls: async (key, from, to) => {
      const entries = (await (await fetch(`${simulator}/_sim/journal?key=${key}`)).json()) as {
        type: string
        name: string
        at: number
      }[]
      return entries
        .filter(({ type, at }) => type === 'call' && at >= from && at <= to)
        .map((entry) => entry.name)
    },
    stop: () => void child.kill(),
  }
}

async function answering(child: ChildProcess, url: string): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (child.exitCode !== null) throw new Error('the server stopped before it answered')
    const fine = await fetch(url).then(
      (response) => response.ok,
      () => false,
    )
    if (fine) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(`${url} did not answer within 60 s`)
}
