/** Where the command line of a cutover meets the world: AWS with ordinary credentials, a terminal, the clock. */
import { setTimeout as pause } from 'node:timers/promises'
import { defaultProvider } from '@aws-sdk/credential-provider-node'
import { createAws } from '../src/aws/client.ts'
import type { Aws } from '../src/aws/context.ts'
import { regionOf } from '../src/core/cutover/print-commands.ts'
import { now } from '../src/lib/clock.ts'
import type { CutoverOptions } from './cutover-options.ts'

export interface Outside {
  environment: Readonly<Record<string, string | undefined>>
  say: (line: string) => void
  /** What went wrong. */
  complain: (line: string) => void
  /** Asks whoever sits there; absent where nobody does. */
  ask?: ((question: string) => Promise<string>) | undefined
  /** Resolves after `ms`; rejects when `signal` is aborted. */
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>
}

/** Where no Region is told: Route 53 has none, and its control plane is there. */
const homeOfRoute53 = 'us-east-1'

/** Environment, shared files, SSO, container or instance: whatever AWS's own tools would take. Asks AWS nothing yet. */
export function connect(
  options: Pick<CutoverOptions, 'endpoint' | 'region' | 'loadBalancer'>,
  { environment, sleep }: Outside,
): Aws {
  const { endpoint, region, loadBalancer = '' } = options
  const credentials = defaultProvider()
  const told = region ?? environment['AWS_REGION'] ?? environment['AWS_DEFAULT_REGION']
  return createAws({
    account: 'default',
    region: loadBalancer.startsWith('arn:') ? regionOf(loadBalancer) : (told ?? homeOfRoute53),
    role: 'default',
    endpoint: endpoint ?? environment['AWS_ENDPOINT_URL'],
    credentials: () => credentials(),
    ports: {
      renew: async () => {
        await credentials({ forceRefresh: true })
      },
      onSignedOut: () => undefined,
      online: () => true,
      // There is no browser that could be in the way: what does not answer is out of reach.
      reachesOwnOrigin: () => Promise.resolve(false),
      random: Math.random,
      sleep,
      now,
    },
  })
}

/** The process's own terminal and time. */
export function realOutside(): Outside {
  return {
    environment: process.env,
    say: (line) => console.log(line),
    complain: (line) => console.error(line),
    ask: process.stdin.isTTY ? askTerminal : undefined,
    sleep: (ms, signal) => pause(ms, undefined, signal ? { signal } : {}),
  }
}

async function askTerminal(question: string): Promise<string> {
  const { createInterface } = await import('node:readline/promises')
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  try {
    return await terminal.question(question)
  } finally {
    terminal.close()
  }
}
