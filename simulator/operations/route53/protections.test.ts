import {
  ChangeResourceRecordSetsCommand,
  CreateResourceRecordSetProtectionsCommand,
  DeleteResourceRecordSetProtectionsCommand,
  ListResourceRecordSetProtectionsCommand,
  type ResourceRecordSetProtectionConfig,
  type Route53Client,
} from '@aws-sdk/client-route-53'
import { beforeEach, describe, expect, test } from 'vitest'
import { SdkHandler } from '../../adapters/sdk-handler.ts'
import { createDispatch } from '../../dispatch.ts'
import { change, record } from '../../engine/dns/testing-records.ts'
import { openGate } from '../../open-gate.ts'
import type { HostedZoneRecord } from '../../world/dns-tables.ts'
import { route53 } from './registry.ts'
import { addZone, clientOf } from './testing.ts'

let client: Route53Client
let zone: HostedZoneRecord

beforeEach(() => {
  const gate = openGate()
  zone = addZone(gate.world)
  client = clientOf(new SdkHandler(createDispatch({ gate, services: [route53] })))
})

const HostedZoneId = 'Z1'
const protect = (...Protections: ResourceRecordSetProtectionConfig[]) =>
  client.send(new CreateResourceRecordSetProtectionsCommand({ HostedZoneId, Protections }))
const unprotect = (...Protections: ResourceRecordSetProtectionConfig[]) =>
  client.send(new DeleteResourceRecordSetProtectionsCommand({ HostedZoneId, Protections }))
const list = (input: object = {}) =>
  client.send(new ListResourceRecordSetProtectionsCommand({ HostedZoneId, ...input }))
const www: ResourceRecordSetProtectionConfig = { RecordName: 'www.example.com', RecordType: 'A' }

const toggle = () =>
  client.send(
    new ChangeResourceRecordSetsCommand({
      HostedZoneId,
      ChangeBatch: { Changes: [change('DELETE', record('www', 'A', ['192.0.2.1']))] },
    }),
  )

describe('protections', () => {
  test('refuse every change of a name and type until they are deleted', async () => {
    await protect({ ...www, Comment: 'payroll, ask Kim' })
    await expect(toggle()).rejects.toMatchObject({
      name: 'InvalidChangeBatch',
      message: expect.stringContaining('payroll, ask Kim'),
    })
    await unprotect(www)
    await toggle()
    expect(zone.records.some(({ Name }) => Name === 'www.example.com.')).toBe(false)
  })

  test('are listed in the order of record sets, in pages, with their comments', async () => {
    await protect(
      { RecordName: 'b.example.com', RecordType: 'TXT' },
      { RecordName: '*.example.com', RecordType: 'A', Comment: 'c' },
      { RecordName: 'b.example.com', RecordType: 'A' },
    )
    const first = await list({ MaxResults: 2 })
    expect(first.ResourceRecordSetProtections).toEqual([
      { RecordName: '\\052.example.com.', RecordType: 'A', Comment: 'c' },
      { RecordName: 'b.example.com.', RecordType: 'A' },
    ])
    const second = await list({ MaxResults: 2, NextToken: first.NextToken })
    expect(second.ResourceRecordSetProtections).toEqual([{ RecordName: 'b.example.com.', RecordType: 'TXT' }])
    expect(second.NextToken).toBeUndefined()
    const from = await list({ StartRecordName: 'b.example.com', StartRecordType: 'AAAA' })
    expect(from.ResourceRecordSetProtections).toHaveLength(1)
    await expect(list({ StartRecordType: 'A' })).rejects.toMatchObject({ name: 'InvalidInput' })
    await expect(list({ NextToken: 'made up' })).rejects.toMatchObject({ name: 'InvalidPaginationToken' })
  })

  test('are made and deleted together or not at all', async () => {
    await protect(www)
    await expect(protect(www)).rejects.toMatchObject({
      name: 'ProtectionAlreadyExists',
      Errors: [{ ...www, Code: 'ProtectionAlreadyExists' }],
    })
    const b: ResourceRecordSetProtectionConfig = { RecordName: 'b.example.com', RecordType: 'A' }
    await expect(protect(www, b)).rejects.toMatchObject({
      name: 'InvalidResourceRecordSetProtectionBatch',
      Errors: [{ ...www, Code: 'ProtectionAlreadyExists' }],
    })
    await expect(protect(b, b, { ...b, RecordName: 'b.example.org' })).rejects.toMatchObject({
      Errors: [{ Code: 'InvalidInput' }, { Code: 'InvalidInput' }, { RecordName: 'b.example.org' }],
    })
    await expect(unprotect(www, b)).rejects.toMatchObject({ Errors: [{ ...b, Code: 'ProtectionNotFound' }] })
    await expect(protect({ ...b, Comment: 'x'.repeat(257) })).rejects.toMatchObject({
      Errors: [{ ...b, Code: 'InvalidInput' }],
    })
    await expect(protect()).rejects.toMatchObject({ name: 'InvalidInput' })
    expect(zone.protections).toEqual([{ name: 'www.example.com.', type: 'A' }])
  })
})
