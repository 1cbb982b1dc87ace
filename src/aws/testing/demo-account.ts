/** The demo's account as the tests of what reads and changes it see it: the door to it, and what went through. */
import { SdkHandler } from '../../../simulator/adapters/sdk-handler.ts'
import { type Site, siteIn } from '../../../simulator/scenarios/building.ts'
import { createSimulator } from '../../../simulator/simulator.ts'
import { now } from '../../lib/clock.ts'
import { createAws, createLimiter } from '../client.ts'
import type { Aws } from '../context.ts'

export const demoRegion = 'ap-northeast-2'

export interface DemoAccount {
  aws: Aws
  /** What an SDK client of one's own needs, beside `demoRegion`. */
  door: { credentials: { accessKeyId: string; secretAccessKey: string }; requestHandler: SdkHandler }
  /** Names of the calls so far, such as `ecs:ListServices`, in order. */
  sent: () => string[]
  /** From now on calls of this operation (of ECS when nothing else is said) go wrong; see simulator/faults. */
  fault: (kind: string, operation: string, service?: string) => void
}

/** A world of its own for each call. `furnish`: adds to the demo before anybody looks. */
export function demoAccount(furnish?: (site: Site) => void): DemoAccount {
  const simulator = createSimulator({ scenario: 'demo', realNow: () => Date.UTC(2026, 10, 20, 6) })
  const made = simulator.control.load({ scenario: 'demo', seed: 1 })
  const state = furnish && simulator.control.world({ key: made.accessKeyId })
  if (state) furnish(siteIn(state, demoRegion))
  const credentials = state ? simulator.control.load({ state }) : made
  const requestHandler = new SdkHandler(simulator.handle)
  const key = credentials.accessKeyId
  const aws = createAws({
    account: '123456789012',
    region: demoRegion,
    role: 'test',
    credentials: () => Promise.resolve(credentials),
    requestHandler,
    limiter: createLimiter(now, 1),
    ports: {
      renew: () => Promise.resolve(),
      onSignedOut: () => undefined,
      online: () => true,
      reachesOwnOrigin: () => Promise.resolve(true),
      random: () => 0,
      sleep: () => Promise.resolve(),
      now,
    },
  })
  return {
    aws,
    door: { credentials, requestHandler },
    sent: () =>
      simulator.control
        .journal({ key })
        .filter(({ type }) => type === 'call')
        .map(({ name }) => name),
    fault: (kind, operation, service = 'ecs') =>
      void simulator.control.fault({ key, kind, match: { service, operation } }),
  }
}
