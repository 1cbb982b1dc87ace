import {
  type Change,
  ChangeResourceRecordSetsCommand,
  GetChangeCommand,
  ListResourceRecordSetsCommand,
  type Route53Client,
} from '@aws-sdk/client-route-53'
import { beforeEach, describe, expect, test } from 'vitest'
import { SdkHandler } from '../../adapters/sdk-handler.ts'
import { createDispatch } from '../../dispatch.ts'
import { advanceTo } from '../../engine/advance.ts'
import { alias, change, record } from '../../engine/dns/testing-records.ts'
import { evaluate } from '../../identity/policy.ts'
import { openGate } from '../../open-gate.ts'
import type { HostedZoneRecord } from '../../world/dns-tables.ts'
import type { World } from '../../world/world.ts'
import { ChangeResourceRecordSets } from './ChangeResourceRecordSets.ts'
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

const send = (...Changes: Change[]) =>
  client.send(new ChangeResourceRecordSetsCommand({ HostedZoneId: 'Z1', ChangeBatch: { Changes } }))
const list = (input: object = {}) =>
  client.send(new ListResourceRecordSetsCommand({ HostedZoneId: 'Z1', ...input }))
const www = record('www', 'A', ['192.0.2.1'])

/** The answer's bytes as text, past the SDK. */
async function deliver(path: string): Promise<string> {
  const handler = createDispatch({ gate: openGate(world), services: [route53] })
  const { body } = await handler({
    method: 'GET',
    path,
    query: new URLSearchParams(),
    headers: {
      host: 'route53.amazonaws.com',
      authorization:
        'AWS4-HMAC-SHA256 Credential=AKID/20260102/us-east-1/route53/aws4_request, SignedHeaders=host, Signature=00',
    },
    body: new Uint8Array(),
  })
  return new TextDecoder().decode(body)
}

describe('ListResourceRecordSets', () => {
  test('sorts by reversed names including the dot at the end, then type, then identifier', async () => {
    const names = ['b', 'a', 'a-b', 'x.a', '\\041a', '_a', '\\052']
    const weighted = ['z', 'a'].map((SetIdentifier) =>
      record('www', 'A', ['192.0.2.1'], { SetIdentifier, Weight: 1 }),
    )
    zone.records = [
      ...zone.records.filter(({ Name }) => Name === 'example.com.'),
      ...names.map((name) => record(name, 'TXT', ['"x"'])),
      record('a', 'A', ['192.0.2.1']),
      ...weighted,
    ]
    const { ResourceRecordSets } = await list()
    expect(
      ResourceRecordSets?.map(({ Name, Type, SetIdentifier }) =>
        [Name, Type, SetIdentifier].join(' ').trim(),
      ),
    ).toEqual([
      'example.com. NS',
      'example.com. SOA',
      '\\041a.example.com. TXT',
      '\\052.example.com. TXT',
      '_a.example.com. TXT',
      'a-b.example.com. TXT',
      'a.example.com. A',
      'a.example.com. TXT',
      'x.a.example.com. TXT',
      'b.example.com. TXT',
      'www.example.com. A a',
      'www.example.com. A z',
    ])
  })

  test('goes on by name, type and identifier, 300 at a time', async () => {
    const members = Array.from({ length: 700 }, (_, index) =>
      record('w', 'A', ['192.0.2.1'], { SetIdentifier: String(index).padStart(3, '0'), Weight: 1 }),
    )
    zone.records = [...zone.records, ...members]
    const seen: string[] = []
    let from: Awaited<ReturnType<typeof list>> | undefined
    const sizes: number[] = []
    do {
      from = await list({
        StartRecordName: from?.NextRecordName,
        StartRecordType: from?.NextRecordType,
        StartRecordIdentifier: from?.NextRecordIdentifier,
        MaxItems: 1000,
      })
      sizes.push(from.ResourceRecordSets?.length ?? 0)
      expect(from.MaxItems).toBe(300)
      seen.push(
        ...(from.ResourceRecordSets ?? []).map(
          ({ Name, Type, SetIdentifier }) => `${Name}${Type}${SetIdentifier}`,
        ),
      )
    } while (from.IsTruncated)
    expect(sizes).toEqual([300, 300, 103])
    expect(new Set(seen).size).toBe(703)
  })

  test('starts at a name in any writing; a type needs a name', async () => {
    const { ResourceRecordSets } = await list({ StartRecordName: 'WWW.example.com', MaxItems: 1 })
    expect(ResourceRecordSets).toEqual([www])
    await expect(list({ StartRecordType: 'A' })).rejects.toMatchObject({ name: 'InvalidInput' })
  })

  test('writes what a later SDK may know, and an empty list if one is stored', async () => {
    zone.records = [
      { ...www, unknownElements: { Mood: 'a<b' } },
      alias('old', 'A', 'x.example.', { ResourceRecords: [] }),
      alias('new', 'A', 'x.example.'),
    ]
    const xml = await deliver('/2013-04-01/hostedzone/Z1/rrset')
    expect(xml).toContain('<Mood>a&lt;b</Mood></ResourceRecordSet>')
    expect(xml.match(/<ResourceRecords\/>/g)).toHaveLength(1)
    const { ResourceRecordSets } = await list({ StartRecordName: 'www.example.com' })
    expect(ResourceRecordSets).toEqual([www])
  })
})

describe('ChangeResourceRecordSets', () => {
  test('changes at once what is listed, and says PENDING until name servers know', async () => {
    const { ChangeInfo } = await send(change('DELETE', www), change('CREATE', { ...www, TTL: 60 }))
    expect(ChangeInfo).toMatchObject({ Status: 'PENDING', SubmittedAt: new Date(world.now) })
    expect(ChangeInfo?.Id).toMatch(/^\/change\/C\d+$/)
    const { ResourceRecordSets } = await list({ StartRecordName: 'www.example.com' })
    expect(ResourceRecordSets).toEqual([{ ...www, TTL: 60 }])

    const status = async () =>
      (await client.send(new GetChangeCommand({ Id: ChangeInfo?.Id }))).ChangeInfo?.Status
    advanceTo(world, world.now + 29_000)
    expect(await status()).toBe('PENDING')
    advanceTo(world, world.now + 21_000)
    expect(await status()).toBe('INSYNC')
    const effects = world.journal.filter(({ type }) => type === 'effect')
    expect(effects.map(({ name }) => name)).toEqual(['records-changed', 'change-insync'])
    expect(effects[0]).toMatchObject({ subject: 'Z1', detail: { changeId: ChangeInfo?.Id?.slice(8) } })
  })

  test('keeps unusual texts as they are', async () => {
    const odd = [
      record('\\052', 'TXT', ['"quote \\" & <tag>" "two"', '"  "']),
      ...[' a ', '007', '1e3', 'true', '"q"'].map((SetIdentifier) =>
        record('odd', 'A', ['192.0.2.1'], { SetIdentifier, Weight: 0, TTL: 0 }),
      ),
      {
        ...record('near', 'A', ['192.0.2.1']),
        SetIdentifier: 'n',
        GeoProximityLocation: { Coordinates: { Latitude: '49.22', Longitude: '-74.01' }, Bias: -10 },
      },
    ]
    await send(...odd.map((set) => change('CREATE', set)))
    const { ResourceRecordSets } = await list({ StartRecordName: '*.example.com' })
    expect(ResourceRecordSets).toEqual(expect.arrayContaining(odd))
    await send(
      ...(ResourceRecordSets ?? [])
        .filter(({ Name }) => !Name?.startsWith('www'))
        .map((set) => change('DELETE', set)),
    )
    expect((await list()).ResourceRecordSets).toHaveLength(3)
  })

  test('says all that is wrong in one bracketed message, and does nothing', async () => {
    const before = structuredClone(zone.records)
    const asked = send(
      change('CREATE', record('new', 'A', ['192.0.2.9'])),
      change('DELETE', record('gone', 'A', ['192.0.2.1'])),
      change('CREATE', www),
    )
    await expect(asked).rejects.toMatchObject({
      name: 'InvalidChangeBatch',
      message:
        "[Tried to delete resource record set [name='gone.example.com.', type='A'] but it was not found, Tried to create resource record set [name='www.example.com.', type='A'] but it already exists]",
      $metadata: { httpStatusCode: 400 },
    })
    expect(zone.records).toEqual(before)
    expect(world.dns.changes).toEqual({})
  })

  test('refuses what is malformed, busy, owned by others or unknown', async () => {
    await expect(send(change('CREATE', { Name: 'x.example.com', Type: 'A' }))).rejects.toMatchObject({
      name: 'InvalidInput',
      message: expect.stringContaining('but found none in Change with [Action=CREATE, Name=x.example.com'),
    })
    await expect(
      send(change('CREATE', record('h', 'A', ['192.0.2.1'], { HealthCheckId: 'h' }))),
    ).rejects.toMatchObject({
      name: 'NoSuchHealthCheck',
    })
    await expect(client.send(new GetChangeCommand({ Id: 'C0' }))).rejects.toMatchObject({
      name: 'NoSuchChange',
    })
    world.dns.rules.busyMs = 2000
    await send(change('CREATE', record('a', 'A', ['192.0.2.1'])))
    await expect(send(change('CREATE', record('b', 'A', ['192.0.2.1'])))).rejects.toMatchObject({
      name: 'PriorRequestNotComplete',
      message: 'The request was rejected because Route 53 was still processing a prior request.',
    })
    advanceTo(world, world.now + 2000)
    await send(change('CREATE', record('b', 'A', ['192.0.2.1'])))
    zone.busyUntil = 0
    zone.linkedService = { servicePrincipal: 'AWS Cloud Map', description: 'arn' }
    await expect(send(change('CREATE', record('c', 'A', ['192.0.2.1'])))).rejects.toMatchObject({
      name: 'AccessDenied',
      message: 'The resource hostedzone/Z1 can only be managed through AWS Cloud Map (arn)',
    })
  })

  test('changes of a zone reach its name servers in order', async () => {
    const ids: string[] = []
    for (let index = 0; index < 20; index += 1) {
      const { ChangeInfo } = await send(change('CREATE', record(`n${index}`, 'A', ['192.0.2.1'])))
      ids.push(ChangeInfo?.Id?.slice(8) ?? '')
    }
    const times = ids.map((id) => world.dns.changes[id]?.insyncAt ?? 0)
    expect(times).toEqual(times.toSorted((a, b) => a - b))
    expect(Math.min(...times) - world.now).toBeGreaterThanOrEqual(30_000)
  })
})

/** How many of so many calls are refused, and as what. */
async function refusedOf(count: number): Promise<string[]> {
  const refused: string[] = []
  for (let index = 0; index < count; index += 1) {
    await list({ MaxItems: 1 }).catch((error: unknown) => refused.push(String(error)))
  }
  return refused
}

test('calls spend tokens where the world has them: 50 at once, 10 a second', async () => {
  world.dns.rules.throttles = true
  expect(await refusedOf(55)).toEqual(Array.from({ length: 5 }, () => 'Throttling: Rate exceeded'))
  advanceTo(world, world.now + 1000)
  expect(await refusedOf(15)).toHaveLength(5)
  const state = JSON.stringify({ ...world, journal: [] })
  expect(await refusedOf(1)).toHaveLength(1)
  expect(JSON.stringify({ ...world, journal: [] })).toBe(state)
})

describe('what IAM sees of a change', () => {
  const statement = {
    effect: 'Allow' as const,
    actions: ['route53:ChangeResourceRecordSets'],
    resources: ['arn:aws:route53:::hostedzone/Z1'],
    conditions: {
      Null: {
        'route53:ChangeResourceRecordSetsNormalizedRecordNames': ['false'],
        'route53:ChangeResourceRecordSetsRecordTypes': ['false'],
        'route53:ChangeResourceRecordSetsActions': ['false'],
      },
      'ForAllValues:StringEquals': {
        'route53:ChangeResourceRecordSetsActions': ['CREATE', 'DELETE'],
        'route53:ChangeResourceRecordSetsRecordTypes': ['A', 'AAAA', 'CNAME', 'HTTPS', 'SVCB', 'TXT'],
      },
      'ForAllValues:StringLike': {
        'route53:ChangeResourceRecordSetsNormalizedRecordNames': [
          'www.example.com',
          '_cutover-*.example.com',
        ],
      },
    },
  }
  const verdict = (HostedZoneId: string, ...Changes: Change[]) => {
    const input = { HostedZoneId, ChangeBatch: { Changes } }
    const call = { world, region: {} as never, requestId: '' }
    const asked = ChangeResourceRecordSets.authorize?.(input as never, call) ?? {}
    return evaluate([statement], {
      action: 'route53:ChangeResourceRecordSets',
      resource: asked.resources?.[0] ?? '*',
      context: asked.conditions ?? {},
    })
  }

  test.each([
    [
      'its names, types and actions',
      'Z1',
      [change('DELETE', www), change('CREATE', record('_CUTOVER-1', 'TXT', ['"x"']))],
      'allowed',
    ],
    ['another zone', 'Z2', [change('DELETE', www)], 'implicit-deny'],
    ['UPSERT', 'Z1', [change('UPSERT', www)], 'implicit-deny'],
    [
      'another name',
      'Z1',
      [change('DELETE', www), change('CREATE', record('x', 'A', ['192.0.2.1']))],
      'implicit-deny',
    ],
    ['another type', 'Z1', [change('CREATE', record('www', 'MX', ['1 m.']))], 'implicit-deny'],
    ['no changes at all', 'Z1', [], 'implicit-deny'],
  ])('%s', (_, zoneId, changes, expected) => {
    expect(verdict(zoneId, ...changes)).toBe(expected)
  })
})
