/** A gate that lets every caller into one world, for tests of the wire and of single operations. */
import type { Fault, FaultRequest, Gate, IdentifyRequest } from './gate.ts'
import { createWorld } from './world/create.ts'
import type { CredentialRecord } from './world/identity-tables.ts'
import type { World } from './world/world.ts'

export interface OpenGate extends Gate {
  world: World
  /** Everything `identify` was asked, in order. */
  asked: IdentifyRequest[]
  /** Set by a test: what goes wrong with the calls that follow. */
  nextFault?: Fault | ((asked: FaultRequest) => Fault | undefined)
}

/** World time of a new gate's world: 2026-01-02T03:04:05Z. */
const START = Date.UTC(2026, 0, 2, 3, 4, 5)

export function openGate(
  world: World = createWorld({ id: 'test', scenario: 'empty', seed: 1, now: START }),
): OpenGate {
  const gate: OpenGate = {
    world,
    asked: [],
    identify: async (asked) => {
      gate.asked.push(asked)
      return asked.scope ? { world, caller: callerFor(asked.scope.accessKeyId) } : { world }
    },
    sync: () => {},
    fault: (asked) => (typeof gate.nextFault === 'function' ? gate.nextFault(asked) : gate.nextFault),
    authorize: () => {},
  }
  return gate
}

function callerFor(accessKeyId: string): CredentialRecord {
  return {
    accessKeyId,
    secretAccessKey: 'secret',
    sessionToken: 'token',
    roleArn: 'arn:aws:iam::123456789012:role/tidegate-viewer',
    roleName: 'viewer',
    sessionName: 'CognitoIdentityCredentials',
    verified: false,
  }
}
