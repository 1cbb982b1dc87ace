/** Practice without a page: its troubles, what it keeps over a reload, and a copy that can be loaded again. */
import {
  ChangeResourceRecordSetsCommand,
  ListResourceRecordSetsCommand,
  Route53Client,
} from '@aws-sdk/client-route-53'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { RecordedCall } from '../../simulator/scenarios/copy.ts'
import { createWithholder } from '../core/task-definition/masking/withholder.ts'
import type { TroubleId } from '../data/practice.ts'
import { serverOffset, setPace } from '../lib/clock.ts'
import { type PracticeBackend, type PracticeKeys, startPractice } from '../practice.ts'

const shop = { hostname: 'shop.example.com', service: 'edge/shop' }
const ports = () => ({
  loaded: vi.fn<(keys: PracticeKeys) => void>(),
  reload: vi.fn<() => void>(),
})

afterEach(() => setPace(1))

function route53({ keys, requestHandler }: PracticeBackend): Route53Client {
  return new Route53Client({ region: 'us-east-1', credentials: keys, requestHandler, maxAttempts: 1 })
}

async function zoneOf(backend: PracticeBackend): Promise<string> {
  const { ListHostedZonesByNameCommand } = await import('@aws-sdk/client-route-53')
  const { HostedZones = [] } = await route53(backend).send(new ListHostedZonesByNameCommand({}))
  return HostedZones.find(({ Config }) => Config?.PrivateZone !== true)?.Id ?? ''
}

async function recordsOf(backend: PracticeBackend) {
  const HostedZoneId = await zoneOf(backend)
  const { ResourceRecordSets = [] } = await route53(backend).send(
    new ListResourceRecordSetsCommand({ HostedZoneId }),
  )
  return ResourceRecordSets
}

/** A change that changes nothing that anybody looks at. */
async function change(backend: PracticeBackend, name: string): Promise<unknown> {
  const HostedZoneId = await zoneOf(backend)
  return route53(backend).send(
    new ChangeResourceRecordSetsCommand({
      HostedZoneId,
      ChangeBatch: {
        Changes: [
          {
            Action: 'CREATE',
            ResourceRecordSet: { Name: name, Type: 'TXT', TTL: 60, ResourceRecords: [{ Value: '"x"' }] },
          },
        ],
      },
    }),
  )
}

describe('troubles of a rehearsal', () => {
  it('name whom they happen to', async () => {
    const { control } = await startPractice({ scenario: 'migration' }, ports())
    expect(control.subjects().hostnames).toContain('shop.example.com')
    expect(control.subjects().services).toContain('edge/shop')
    expect(() => control.trouble('colleague-edits', { ...shop, hostname: 'example.org' })).toThrow(
      'example.org',
    )
  })

  it.each<TroubleId>(['fails-under-load', 'targets-unhealthy', 'slow-changes'])(
    '%s lasts until all is ended',
    async (id) => {
      const { control } = await startPractice({ scenario: 'migration' }, ports())
      expect(control.isTroubled()).toBe(false)
      control.trouble(id, shop)
      expect(control.isTroubled()).toBe(true)
      control.clear()
      expect(control.isTroubled()).toBe(false)
    },
  )

  it('lose one answer, whose effect is there', async () => {
    const backend = await startPractice({ scenario: 'migration' }, ports())
    backend.control.trouble('lost-answer', shop)
    await expect(change(backend, 'lost.example.com')).rejects.toThrow('fetch')
    expect((await recordsOf(backend)).some(({ Name }) => Name === 'lost.example.com.')).toBe(true)
    await change(backend, 'found.example.com')
  })

  it('keep the zone busy', async () => {
    const backend = await startPractice({ scenario: 'migration' }, ports())
    backend.control.trouble('zone-busy', shop)
    await expect(change(backend, 'a.example.com')).rejects.toMatchObject({ name: 'PriorRequestNotComplete' })
    backend.control.advance('PT3M')
    await change(backend, 'a.example.com')
  })

  it('let a colleague edit the record', async () => {
    const backend = await startPractice({ scenario: 'migration' }, ports())
    const shopOf = async () => (await recordsOf(backend)).filter(({ Name }) => Name === 'shop.example.com.')
    const before = await shopOf()
    backend.control.trouble('colleague-edits', shop)
    expect(await shopOf()).toEqual([{ ...before[0], TTL: 360 }])
  })

  it('refuse the keys until somebody signs in again', async () => {
    const backend = await startPractice({ scenario: 'migration' }, ports())
    backend.control.trouble('keys-expire', shop)
    await expect(recordsOf(backend)).rejects.toMatchObject({ name: 'ExpiredToken' })
    backend.control.signedIn()
    expect((await recordsOf(backend)).length).toBeGreaterThan(5)
  })

  it('throttle for two minutes of whoever watches, however fast time passes', async () => {
    const { control } = await startPractice({ scenario: 'migration' }, ports())
    control.speed.set(600)
    control.trouble('throttled', shop)
    control.advance('PT1H')
    expect(control.activeFaults()).toMatchObject([{ kind: 'throttle', share: 0.5 }])
    control.advance('PT20H')
    expect(control.activeFaults()).toEqual([])
  })

  it('close the tab', async () => {
    const { loaded, reload } = ports()
    const { control } = await startPractice({ scenario: 'migration' }, { loaded, reload })
    control.trouble('tab-closes', shop)
    expect(reload).toHaveBeenCalledOnce()
  })
})

describe('what practice keeps over a reload', () => {
  it('is the account as it was, its keys and its speed', async () => {
    const backend = await startPractice({ scenario: 'migration' }, ports())
    expect(backend.isWorthKeeping()).toBe(false)
    await change(backend, 'kept.example.com')
    expect(backend.isWorthKeeping()).toBe(true)
    backend.control.advance('PT2H')
    backend.control.speed.set(60)
    const kept = backend.keep((after) => createWithholder('kept', after))
    setPace(1)
    const again = await startPractice({ scenario: 'migration', kept }, ports())
    expect(again.control.speed.get()).toBe(60)
    expect(again.keys.accessKeyId).toBe(backend.keys.accessKeyId)
    expect((await recordsOf(again)).some(({ Name }) => Name === 'kept.example.com.')).toBe(true)
    // The page's idea of time goes as fast.
    const before = serverOffset()
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(serverOffset() - before).toBeGreaterThan(1000)
  })
})

const call = (operation: string, output: object, input: object): RecordedCall => ({
  service: 'route53',
  operation,
  region: 'eu-west-1',
  input,
  output,
})

describe('a copy', () => {
  const HostedZone = { Id: '/hostedzone/Z1', Name: 'example.net.', CallerReference: 'r' }
  const set = { Name: 'www.example.net.', Type: 'A', TTL: 60, ResourceRecords: [{ Value: '192.0.2.1' }] }
  const recorded = [
    call('GetHostedZone', { HostedZone }, { Id: 'Z1' }),
    call(
      'ListResourceRecordSets',
      { ResourceRecordSets: [set] },
      { HostedZoneId: 'Z1', StartRecordName: 'www.example.net.' },
    ),
  ]

  it('is offered, loaded, left and loaded again', async () => {
    const { loaded, reload } = ports()
    const backend = await startPractice({ scenario: 'copy', recorded }, { loaded, reload })
    const { control } = backend
    expect([control.isRehearsal(), backend.isWorthKeeping()]).toEqual([true, true])
    expect(control.scenarios[0]?.name).toBe('copy')
    expect(await recordsOf(backend)).toContainEqual(set)
    await control.load('migration')
    expect([control.isRehearsal(), control.scenario()]).toEqual([false, 'migration'])
    await control.load('copy')
    expect(control.isRehearsal()).toBe(true)
    expect(loaded).toHaveBeenCalledTimes(2)
  })

  it('is not offered where nothing was recorded', async () => {
    const { control } = await startPractice({ scenario: 'empty' }, ports())
    expect(control.scenarios.map(({ name }) => name)).not.toContain('copy')
    await expect(startPractice({ scenario: 'copy' }, ports())).rejects.toThrow('There is no scenario "copy"')
  })

  it('asks resolvers of the world that is loaded, by the page’s own fetch', async () => {
    const { control, fetch } = await startPractice({ scenario: 'migration' }, ports())
    const ask = async (): Promise<string[]> => {
      const [resolver] = control.resolvers()
      const response = await fetch(`${resolver?.url ?? ''}?name=www.example.com&type=A`)
      const { Answer = [] } = (await response.json()) as { Answer?: { data: string }[] }
      return Answer.map(({ data }) => data)
    }
    expect(control.resolvers().map(({ name }) => name)).toEqual(['google', 'cloudflare'])
    expect(await ask()).toEqual(['203.0.113.10'])
    await control.load('mid-cutover')
    expect(await ask()).not.toEqual([])
    await control.load('empty')
    expect(control.resolvers()).toEqual([])
  })
})
