import { ListHostedZonesCommand, Route53Client } from '@aws-sdk/client-route-53'
import { beforeEach, expect, test } from 'vitest'
import { SdkHandler } from '../../adapters/sdk-handler.ts'
import { createDispatch } from '../../dispatch.ts'
import { openGate } from '../../open-gate.ts'
import { route53 } from './registry.ts'

let client: Route53Client

beforeEach(() => {
  const gate = openGate()
  const zone = { callerReference: 'c', comment: '', recordSetCount: 2 }
  gate.world.dns = {
    hostedZones: {
      Z3: { ...zone, id: 'Z3', name: 'c.example.', privateZone: true },
      Z1: { ...zone, id: 'Z1', name: 'a.example.', privateZone: false },
      Z2: { ...zone, id: 'Z2', name: 'b.example.', privateZone: false },
    },
  }
  client = new Route53Client({
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKID', secretAccessKey: 'secret' },
    requestHandler: new SdkHandler(createDispatch({ gate, services: [route53] })),
    maxAttempts: 1,
  })
})

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
    },
    expect.objectContaining({ Id: '/hostedzone/Z2' }),
  ])
  const second = await client.send(new ListHostedZonesCommand({ MaxItems: 2, Marker: first.NextMarker }))
  expect(second).toMatchObject({ IsTruncated: false, Marker: 'Z3', HostedZones: [{ Id: '/hostedzone/Z3' }] })
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
