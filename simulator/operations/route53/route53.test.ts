import {
  GetDNSSECCommand,
  GetHostedZoneCommand,
  GetHostedZoneCountCommand,
  ListHostedZonesByNameCommand,
  ListHostedZonesCommand,
  ListTagsForResourceCommand,
  ListTagsForResourcesCommand,
  type Route53Client,
} from '@aws-sdk/client-route-53'
import { beforeEach, describe, expect, test } from 'vitest'
import { SdkHandler } from '../../adapters/sdk-handler.ts'
import { createDispatch } from '../../dispatch.ts'
import { createHostedZone } from '../../engine/dns/zone-build.ts'
import { openGate } from '../../open-gate.ts'
import type { World } from '../../world/world.ts'
import { route53 } from './registry.ts'
import { clientOf } from './testing.ts'

let client: Route53Client
let world: World

beforeEach(() => {
  const gate = openGate()
  world = gate.world
  const common = { callerReference: 'c' }
  createHostedZone(world, { ...common, id: 'Z3', name: 'c.example', privateZone: true })
  createHostedZone(world, { ...common, id: 'Z1', name: 'a.example' })
  createHostedZone(world, { ...common, id: 'Z2', name: 'b.example' })
  client = clientOf(new SdkHandler(createDispatch({ gate, services: [route53] })))
})

describe('ListHostedZones', () => {
  test('lists zones in order of their ids, in pages', async () => {
    const first = await client.send(new ListHostedZonesCommand({ MaxItems: 2 }))
    expect(first).toMatchObject({ IsTruncated: true, NextMarker: 'Z3', MaxItems: 2 })
    expect(first.HostedZones).toEqual([
      {
        Id: '/hostedzone/Z1',
        Name: 'a.example.',
        CallerReference: 'c',
        Config: { Comment: '', PrivateZone: false },
        ResourceRecordSetCount: 2,
        Features: { AcceleratedRecoveryStatus: 'DISABLED' },
      },
      expect.objectContaining({ Id: '/hostedzone/Z2' }),
    ])
    const second = await client.send(new ListHostedZonesCommand({ MaxItems: 2, Marker: first.NextMarker }))
    expect(second).toMatchObject({
      IsTruncated: false,
      Marker: 'Z3',
      HostedZones: [{ Id: '/hostedzone/Z3' }],
    })
    expect(second.NextMarker).toBeUndefined()
  })

  test('lists private zones only', async () => {
    const { HostedZones } = await client.send(
      new ListHostedZonesCommand({ HostedZoneType: 'PrivateHostedZone' }),
    )
    expect(HostedZones?.map(({ Name }) => Name)).toEqual(['c.example.'])
  })

  test('refuses a marker it never gave', async () => {
    const asked = client.send(new ListHostedZonesCommand({ Marker: 'Z0' }))
    await expect(asked).rejects.toMatchObject({
      name: 'InvalidInput',
      message: 'The marker Z0 does not exist.',
    })
  })
})

describe('ListHostedZonesByName', () => {
  beforeEach(() => {
    createHostedZone(world, { id: 'Z4', name: 'a.example', privateZone: true })
    createHostedZone(world, { id: 'Z5', name: 'shop.a.example' })
    createHostedZone(world, { id: 'Z6', name: 'x-example' })
  })

  test('starts at a name, in order of reversed labels, and does not stop behind it', async () => {
    const { HostedZones, DNSName, IsTruncated } = await client.send(
      new ListHostedZonesByNameCommand({ DNSName: 'a.example' }),
    )
    expect(HostedZones?.map(({ Id, Name }) => [Id, Name])).toEqual([
      ['/hostedzone/Z1', 'a.example.'],
      ['/hostedzone/Z4', 'a.example.'],
      ['/hostedzone/Z5', 'shop.a.example.'],
      ['/hostedzone/Z2', 'b.example.'],
      ['/hostedzone/Z3', 'c.example.'],
      ['/hostedzone/Z6', 'x-example.'],
    ])
    expect([DNSName, IsTruncated]).toEqual(['a.example', false])
  })

  test('goes on where a page ended, also between zones of one name', async () => {
    const first = await client.send(new ListHostedZonesByNameCommand({ DNSName: 'a.example', MaxItems: 1 }))
    expect(first).toMatchObject({ IsTruncated: true, NextDNSName: 'a.example.', NextHostedZoneId: 'Z4' })
    const second = await client.send(
      new ListHostedZonesByNameCommand({
        DNSName: first.NextDNSName,
        HostedZoneId: first.NextHostedZoneId,
        MaxItems: 2,
      }),
    )
    expect(second.HostedZones?.map(({ Id }) => Id)).toEqual(['/hostedzone/Z4', '/hostedzone/Z5'])
    expect(second.NextDNSName).toBe('b.example.')
  })

  test('refuses an id without a name, and a name that is none', async () => {
    const id = client.send(new ListHostedZonesByNameCommand({ HostedZoneId: 'Z1' }))
    await expect(id).rejects.toMatchObject({ name: 'InvalidInput' })
    const name = client.send(new ListHostedZonesByNameCommand({ DNSName: 'a..example' }))
    await expect(name).rejects.toMatchObject({ name: 'InvalidDomainName' })
  })
})

describe('one zone', () => {
  test('has the name servers it was delegated to', async () => {
    const { DelegationSet, HostedZone, VPCs } = await client.send(new GetHostedZoneCommand({ Id: 'Z1' }))
    expect(HostedZone?.Name).toBe('a.example.')
    expect(DelegationSet?.NameServers).toEqual(world.dns.hostedZones.Z1?.nameServers)
    expect(DelegationSet?.NameServers).toHaveLength(4)
    expect(VPCs).toBeUndefined()
  })

  test('has networks when it is private, and says who owns it', async () => {
    createHostedZone(world, {
      id: 'Z7',
      name: 'svc.local',
      privateZone: true,
      vpcs: [{ vpcId: 'vpc-1', region: 'eu-west-1' }],
      linkedService: { servicePrincipal: 'servicediscovery.amazonaws.com', description: 'a namespace' },
    })
    const { DelegationSet, HostedZone, VPCs } = await client.send(
      new GetHostedZoneCommand({ Id: '/hostedzone/Z7' }),
    )
    expect(HostedZone?.LinkedService).toEqual({
      ServicePrincipal: 'servicediscovery.amazonaws.com',
      Description: 'a namespace',
    })
    expect(VPCs).toEqual([{ VPCId: 'vpc-1', VPCRegion: 'eu-west-1' }])
    expect(DelegationSet).toBeUndefined()
  })

  test('is missed by its id', async () => {
    await expect(client.send(new GetHostedZoneCommand({ Id: 'Z9' }))).rejects.toMatchObject({
      name: 'NoSuchHostedZone',
      message: 'No hosted zone found with ID: Z9',
      $metadata: { httpStatusCode: 404 },
    })
  })

  test('counts', async () => {
    const { HostedZoneCount } = await client.send(new GetHostedZoneCountCommand({}))
    expect(HostedZoneCount).toBe(3)
  })

  test('tells whether it is signed', async () => {
    createHostedZone(world, { id: 'Z8', name: 'signed.example', dnssec: 'SIGNING' })
    const plain = await client.send(new GetDNSSECCommand({ HostedZoneId: 'Z1' }))
    const signed = await client.send(new GetDNSSECCommand({ HostedZoneId: 'Z8' }))
    expect(plain).toMatchObject({ Status: { ServeSignature: 'NOT_SIGNING' }, KeySigningKeys: [] })
    expect(signed).toMatchObject({
      Status: { ServeSignature: 'SIGNING' },
      KeySigningKeys: [{ Status: 'ACTIVE' }],
    })
  })

  test('has tags', async () => {
    createHostedZone(world, { id: 'Z8', name: 't.example', tags: { team: 'dns' } })
    const one = await client.send(
      new ListTagsForResourceCommand({ ResourceType: 'hostedzone', ResourceId: 'Z8' }),
    )
    expect(one.ResourceTagSet).toEqual({
      ResourceType: 'hostedzone',
      ResourceId: 'Z8',
      Tags: [{ Key: 'team', Value: 'dns' }],
    })
    const two = await client.send(
      new ListTagsForResourcesCommand({ ResourceType: 'hostedzone', ResourceIds: ['Z8', 'Z1'] }),
    )
    expect(two.ResourceTagSets?.map(({ Tags }) => Tags?.length ?? 0)).toEqual([1, 0])
    const none = client.send(
      new ListTagsForResourceCommand({ ResourceType: 'healthcheck', ResourceId: 'Z8' }),
    )
    await expect(none).rejects.toMatchObject({ name: 'NoSuchHealthCheck' })
  })
})
