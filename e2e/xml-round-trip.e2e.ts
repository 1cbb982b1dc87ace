/** In a browser the SDK reads XML with another parser than in Node: record sets must come back from it as exactly. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { build } from 'vite'
import { anyZoneName, healthCheckIds, sampledZones } from '../src/core/cutover/fixtures/any-zone.ts'
import type { FixtureRecord } from '../src/core/cutover/fixtures/fixture.ts'
import { asRead } from '../src/core/cutover/fixtures/planning.ts'
import { test, type World } from './fixtures.ts'
import { type Account, roundTrip, type Trip, type TripZone } from './pages/round-trip.ts'

test.use({ scenario: 'empty' })

interface StagedZone extends TripZone {
  records: FixtureRecord[]
}

/** As much of a saved world as is filled in here. */
interface SavedWorld {
  dns: { hostedZones: Record<string, unknown>; healthChecks: Record<string, unknown> }
}

/** The global of the bundle, and its only export. */
interface PageScope {
  page: { roundTrip: typeof roundTrip }
}

const usual: FixtureRecord = {
  Name: `www.${anyZoneName}`,
  Type: 'A',
  TTL: 300,
  ResourceRecords: [{ Value: '192.0.2.1' }],
}
const newer = { ...usual, unknownElements: { LunarPhase: 'FULL <&>' } }

const zones: StagedZone[] = [[usual], [newer], ...sampledZones(60)].map((records, at) => ({
  id: `ZTRIP${at}`,
  name: anyZoneName,
  hostname: records[0]?.Name ?? '',
  records,
}))

test('record sets of every policy are the same in a browser as in Node and in the zone', async ({
  page,
  world,
}) => {
  const account = accountOf(world)
  const state = withZones(await savedWorld(account))
  await restore(account, state)
  const inNode = await roundTrip(account, zones)
  await restore(account, state)
  const blank = await serveBlankPage()
  await page.goto(blank.origin)
  await page.addScriptTag({ content: await bundle() })
  const inBrowser = await page.evaluate<Trip[], [Account, TripZone[]]>(
    ([at, all]) => (globalThis as unknown as PageScope).page.roundTrip(at, all),
    [account, zones.map(({ id, name, hostname }) => ({ id, name, hostname }))],
  )
  await blank.close()

  expect(inBrowser).toEqual(inNode)
  const [plain, unknown, ...sampled] = inBrowser
  expect(plain?.planning).toMatch(/^[0-9a-f]+$/)
  expect(unknown).toMatchObject({ planning: 'unknown-field', unknownFields: ['LunarPhase'] })
  expect(sampled.flatMap(({ unknownFields }) => unknownFields)).toEqual([])
  for (const [at, { records }] of zones.entries()) {
    const wanted = ordered(records.map(asRead))
    expect(ordered(inBrowser[at]?.before ?? [])).toStrictEqual(wanted)
    expect(ordered(inBrowser[at]?.after ?? [])).toStrictEqual(wanted)
  }
})

/**
 * A page of this machine, since browsers keep others (about:blank too) from calling it; without a content security policy,
 * since the script comes from the test.
 */
async function serveBlankPage(): Promise<{ origin: string; close: () => Promise<void> }> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
    response.end('<!doctype html><title>Round trip</title>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

/** The page's script as a browser's build of the console would have it, in one file with the global `page`. */
async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      target: 'es2023',
      write: false,
      minify: false,
      lib: {
        entry: join(import.meta.dirname, 'pages', 'round-trip.ts'),
        formats: ['iife'],
        name: 'page',
      },
    },
  })
  const [output] = [built].flat()
  if (!output || !('output' in output)) throw new Error('Vite watches instead of building')
  const { code } = output.output[0]
  // Otherwise it would show nothing that Node had not shown already.
  expect(code).toContain('new DOMParser()')
  expect(code).not.toContain('AwsXmlParser')
  return code
}

function accountOf({ config, accessKeyId, secretAccessKey, sessionToken }: World): Account {
  const { account, endpoint } = config
  return { account, endpoint, keys: { accessKeyId, secretAccessKey, sessionToken } }
}

async function savedWorld({ endpoint, keys }: Account): Promise<SavedWorld> {
  const response = await fetch(`${endpoint}/_sim/world?key=${keys.accessKeyId}`)
  expect(response.status).toBe(200)
  return (await response.json()) as SavedWorld
}

/** Puts the world back to what was saved, under the same keys. */
async function restore({ endpoint }: Account, state: SavedWorld): Promise<void> {
  const response = await fetch(`${endpoint}/_sim/load`, { method: 'POST', body: JSON.stringify({ state }) })
  expect(response.status).toBe(200)
}

/** Zones that hold what no call would put into them: elements of the future, and empty lists. */
function withZones(state: SavedWorld): SavedWorld {
  const { hostedZones, healthChecks } = state.dns
  for (const { id, name, records } of zones)
    hostedZones[id] = {
      id,
      name,
      callerReference: id,
      comment: '',
      privateZone: false,
      vpcs: [],
      nameServers: [],
      delegated: true,
      acceleratedRecovery: false,
      dnssec: 'NOT_SIGNING',
      records,
      propagating: [],
      protections: [],
      busyUntil: 0,
      tags: {},
    }
  for (const id of healthCheckIds)
    healthChecks[id] = {
      id,
      callerReference: id,
      config: { Type: 'TCP', IPAddress: '192.0.2.1', Port: 443 },
      createdAt: 0,
      version: 1,
      tags: {},
    }
  return state
}

/** In an order that says nothing, so that two readings compare. */
function ordered<Kind extends { Name: string; Type: string; SetIdentifier?: string }>(
  records: readonly Kind[],
): Kind[] {
  const keyOf = ({ Name, Type, SetIdentifier }: Kind): string => `${Name} ${Type} ${SetIdentifier}`
  return records.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}
