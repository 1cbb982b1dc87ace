/** What tests of Route 53 share: the SDK's client, and a world with a public zone. */
import { Route53Client, type Route53ClientConfig } from '@aws-sdk/client-route-53'
import { record } from '../../engine/dns/testing-records.ts'
import { createHostedZone } from '../../engine/dns/zone-build.ts'
import type { HostedZoneRecord } from '../../world/dns-tables.ts'
import type { World } from '../../world/world.ts'

/** The SDK's client; the request handler that leads to the simulator comes from the test. */
export function clientOf(requestHandler: Route53ClientConfig['requestHandler']): Route53Client {
  return new Route53Client({
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKID', secretAccessKey: 'secret' },
    requestHandler,
    maxAttempts: 1,
  })
}

/** The zone Z1, example.com, with one A record set. */
export function addZone(world: World): HostedZoneRecord {
  return createHostedZone(world, {
    id: 'Z1',
    name: 'example.com',
    callerReference: 'c',
    records: [record('www', 'A', ['192.0.2.1'])],
  })
}
