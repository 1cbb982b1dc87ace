/** The same interleavings through the SDK's own XML: what is written and read over the wire is what the engine means. */
import {
  ChangeResourceRecordSetsCommand,
  ListResourceRecordSetsCommand,
  Route53Client,
} from '@aws-sdk/client-route-53'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { SdkHandler } from '../../../simulator/adapters/sdk-handler.ts'
import { createDispatch } from '../../../simulator/dispatch.ts'
import { createHostedZone } from '../../../simulator/engine/dns/zone-build.ts'
import { openGate } from '../../../simulator/open-gate.ts'
import { route53 as model } from '../../../simulator/operations/route53/registry.ts'
import type { Backend, Refused } from '../../core/cutover/interleaving/court.ts'
import { anyLayout, type Layout } from '../../core/cutover/interleaving/layouts.ts'
import { moves, play } from '../../core/cutover/interleaving/play.ts'
import { courtOf } from '../../core/cutover/interleaving/strict-backend.ts'
import { allSafeguards } from '../../core/cutover/machine.ts'
import type { RecordSet } from '../../core/dns/record-set.ts'
import { toRecordSet } from '../dns/record-sets.ts'

/** One run in ten, and of many runs one in a hundred. */
const wanted = Number(process.env['CUTOVER_RUNS'] ?? 2_000)
const runs = Math.round(wanted * (wanted > 10_000 ? 0.01 : 0.1))

/** Route 53 of the simulator behind the real SDK, in process. */
function wireBackend({ zone, records }: Layout): Backend {
  const gate = openGate()
  createHostedZone(gate.world, { ...zone, records: records.filter(({ Type }) => Type !== 'NS') as never })
  gate.world.dns.rules.throttles = false
  const client = new Route53Client({
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKID', secretAccessKey: 'secret' },
    requestHandler: new SdkHandler(createDispatch({ gate, services: [model] })),
    maxAttempts: 1,
  })
  const HostedZoneId = zone.id
  return {
    async list() {
      const { ResourceRecordSets = [] } = await client.send(
        new ListResourceRecordSetsCommand({ HostedZoneId, MaxItems: 300 }),
      )
      return ResourceRecordSets.map(toRecordSet)
    },
    async change(changes): Promise<Refused | undefined> {
      const Changes = changes.map((change) => ({
        ...change,
        ResourceRecordSet: change.ResourceRecordSet as RecordSet & { Type: 'A' },
      }))
      const command = new ChangeResourceRecordSetsCommand({
        HostedZoneId,
        ChangeBatch: { Changes: Changes as never },
      })
      return client.send(command).then(
        () => undefined,
        (error: Error) => ({ code: error.name, message: error.message }),
      )
    },
  }
}

it(
  'interleavings over the wire end with everything back',
  async () => {
    await fc.assert(
      fc.asyncProperty(anyLayout, moves, async (layout, script) => {
        await play(courtOf(layout, wireBackend(layout)), script, allSafeguards)
      }),
      { numRuns: runs },
    )
    expect(runs).toBeGreaterThan(0)
  },
  24 * 3_600_000,
)
