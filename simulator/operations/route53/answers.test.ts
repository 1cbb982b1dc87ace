import {
  type Route53Client,
  TestDNSAnswerCommand,
  type TestDNSAnswerCommandInput,
} from '@aws-sdk/client-route-53'
import { beforeEach, describe, expect, test } from 'vitest'
import { SdkHandler } from '../../adapters/sdk-handler.ts'
import { createDispatch } from '../../dispatch.ts'
import { record } from '../../engine/dns/testing-records.ts'
import { createHostedZone } from '../../engine/dns/zone-build.ts'
import { openGate } from '../../open-gate.ts'
import type { HostedZoneRecord } from '../../world/dns-tables.ts'
import type { World } from '../../world/world.ts'
import { route53 } from './registry.ts'
import { addZone, clientOf } from './testing.ts'

let client: Route53Client
let world: World
let zone: HostedZoneRecord

beforeEach(() => {
  const gate = openGate()
  world = gate.world
  zone = addZone(world)
  client = clientOf(new SdkHandler(createDispatch({ gate, services: [route53] })))
})

const HostedZoneId = 'Z1'

const ask = (input: Partial<TestDNSAnswerCommandInput> = {}) =>
  client.send(
    new TestDNSAnswerCommand({ HostedZoneId, RecordName: 'www.example.com', RecordType: 'A', ...input }),
  )

describe('TestDNSAnswer', () => {
  test('answers as one of the zone\u2019s name servers', async () => {
    const { Nameserver, ...answer } = await ask()
    expect(zone.nameServers).toContain(Nameserver)
    expect(answer).toMatchObject({
      RecordName: 'www.example.com',
      RecordType: 'A',
      RecordData: ['192.0.2.1'],
      ResponseCode: 'NOERROR',
      Protocol: 'UDP',
    })
    expect(await ask({ RecordName: 'nope.example.com' })).toMatchObject({ ResponseCode: 'NXDOMAIN' })
  })

  test('draws again for each call, and changes nothing', async () => {
    zone.records = ['a', 'b'].map((SetIdentifier, index) =>
      record('www', 'A', [`192.0.2.${index}`], { SetIdentifier, Weight: 1 }),
    )
    await ask()
    const state = JSON.stringify({ ...world, journal: [] })
    const seen = new Set<string | undefined>()
    for (let index = 0; index < 30; index += 1) seen.add((await ask()).RecordData?.[0])
    expect(seen).toEqual(new Set(['192.0.2.0', '192.0.2.1']))
    expect(JSON.stringify({ ...world, journal: [] })).toBe(state)
  })

  test('asks from where the client subnet is', async () => {
    zone.records = ['us-east-1', 'ap-northeast-2'].map((Region) =>
      record('www', 'A', [Region === 'us-east-1' ? '192.0.2.1' : '192.0.2.2'], {
        SetIdentifier: Region,
        Region: Region === 'us-east-1' ? 'us-east-1' : 'ap-northeast-2',
      }),
    )
    expect((await ask()).RecordData).toEqual(['192.0.2.1'])
    const seoul = { EDNS0ClientSubnetIP: '211.10.0.0', EDNS0ClientSubnetMask: '24' }
    expect((await ask(seoul)).RecordData).toEqual(['192.0.2.2'])
  })

  test('is for public zones, names inside them and real addresses', async () => {
    createHostedZone(world, { id: 'ZP', name: 'example.com', privateZone: true })
    await expect(ask({ HostedZoneId: 'ZP' })).rejects.toMatchObject({ name: 'InvalidInput' })
    await expect(ask({ RecordName: 'www.example.org' })).rejects.toMatchObject({ name: 'InvalidInput' })
    await expect(ask({ ResolverIP: 'seoul' })).rejects.toMatchObject({ name: 'InvalidInput' })
  })
})
