/** A hosted zone in the simulator, and the console's own way to read and change it. */
import type { HealthCheckConfig, ResourceRecordSet } from '@aws-sdk/client-route-53'
import { SdkHandler } from '../../../../simulator/adapters/sdk-handler.ts'
import { createDispatch } from '../../../../simulator/dispatch.ts'
import { createHostedZone } from '../../../../simulator/engine/dns/zone-build.ts'
import { openGate } from '../../../../simulator/open-gate.ts'
import type { HostedZoneRecord } from '../../../../simulator/world/dns-tables.ts'
import type { World } from '../../../../simulator/world/world.ts'
import { anyZoneName, healthCheckIds } from '../../../core/cutover/fixtures/any-zone.ts'
import type { FixtureRecord } from '../../../core/cutover/fixtures/fixture.ts'
import { createAws } from '../../client.ts'
import type { Aws } from '../../context.ts'
import { Limiter } from '../../limiter.ts'

export interface ZoneStage {
  aws: Aws
  world: World
  zone: HostedZoneRecord
}

/** A zone with these records, and without NS and SOA. */
export function stageZone(records: readonly FixtureRecord[]): ZoneStage {
  const gate = openGate()
  const { world } = gate
  const zone = createHostedZone(world, { name: anyZoneName })
  zone.records = records as unknown as ResourceRecordSet[]
  for (const id of healthCheckIds) {
    const config: HealthCheckConfig = { Type: 'TCP', IPAddress: '192.0.2.1', Port: 443 }
    world.dns.healthChecks[id] = { id, callerReference: id, config, createdAt: 0, version: 1, tags: {} }
  }
  return { aws: consoleOver(new SdkHandler(createDispatch({ gate }))), world, zone }
}

/** Any keys will do. */
export function consoleOver(
  requestHandler: SdkHandler,
  keys: { accessKeyId: string; secretAccessKey: string; sessionToken?: string } = {
    accessKeyId: 'AKID',
    secretAccessKey: 'secret',
  },
): Aws {
  // Its clock runs a second each time it is looked at, so that the budget never holds a call back.
  let seconds = 0
  const now = (): number => {
    seconds += 1
    return seconds * 1000
  }
  return createAws({
    account: '123456789012',
    region: 'ap-northeast-2',
    role: 'test',
    endpoint: 'http://127.0.0.1:4566',
    credentials: () => Promise.resolve(keys),
    requestHandler,
    limiter: new Limiter({ now, later: (work) => queueMicrotask(work) }, 1),
    ports: {
      renew: () => Promise.resolve(),
      onSignedOut: () => undefined,
      online: () => true,
      reachesOwnOrigin: () => Promise.resolve(true),
      random: () => 0,
      sleep: () => Promise.resolve(),
      now: () => Date.UTC(2026, 0, 2, 3, 4, 5),
    },
  })
}

/** Calls of Route 53 that the world has answered. */
export function callsOf(world: Pick<World, 'journal'>): string[] {
  return world.journal.filter(({ type }) => type === 'call').map(({ name }) => name)
}

/** In an order that says nothing, so that two readings compare. */
export function ordered<Kind extends { Name?: string; Type?: string; SetIdentifier?: string }>(
  records: readonly Kind[],
): Kind[] {
  const keyOf = ({ Name, Type, SetIdentifier }: Kind): string => `${Name} ${Type} ${SetIdentifier}`
  return records.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}
