import type { ResourceRecordSet } from '@aws-sdk/client-route-53'
import { describe, expect, it } from 'vitest'
import { chooseRecords } from './authority-routing.ts'

type Fields = Partial<ResourceRecordSet>

const sets = (members: Record<string, Fields>): ResourceRecordSet[] =>
  Object.entries(members).map(([SetIdentifier, fields]) => ({
    Name: 'w.',
    Type: 'A',
    SetIdentifier,
    ...fields,
  }))

/** Identifiers of the chosen ones. */
const chosen = (
  members: Record<string, Fields>,
  asker: { draw?: number; country?: string; awsRegion?: string } = {},
  ill: string[] = [],
): string[] =>
  chooseRecords(
    sets(members),
    { draw: 0, ...asker },
    ({ SetIdentifier = '' }) => !ill.includes(SetIdentifier),
  ).map(({ SetIdentifier = '' }) => SetIdentifier)

const counts = (members: Record<string, Fields>, ill: string[] = []): Record<string, number> => {
  const found: Record<string, number> = {}
  for (let step = 0; step < 100; step += 1) {
    const [id = ''] = chosen(members, { draw: step / 100 }, ill)
    found[id] = (found[id] ?? 0) + 1
  }
  return found
}

describe('weights', () => {
  it('share the draws', () => {
    expect(counts({ a: { Weight: 75 }, b: { Weight: 25 } })).toEqual({ a: 75, b: 25 })
    expect(counts({ a: { Weight: 5 }, b: { Weight: 0 } })).toEqual({ a: 100 })
  })

  it('of 0 only are equal', () => {
    expect(counts({ a: { Weight: 0 }, b: { Weight: 0 } })).toEqual({ a: 50, b: 50 })
  })

  it('leave out what is not healthy, then consider those of 0, then take all for healthy', () => {
    const members = { a: { Weight: 50 }, b: { Weight: 50 }, z: { Weight: 0 } }
    expect(counts(members, ['a'])).toEqual({ b: 100 })
    expect(counts(members, ['a', 'b'])).toEqual({ z: 100 })
    expect(counts(members, ['a', 'b', 'z'])).toEqual({ a: 50, b: 50 })
  })
})

const near = (Bias?: number) => ({
  kr: { GeoProximityLocation: { AWSRegion: 'ap-northeast-2' } },
  tokyo: {
    GeoProximityLocation: {
      Coordinates: { Latitude: '35.7', Longitude: '139.7' },
      ...(Bias && { Bias }),
    },
  },
  lax: { GeoProximityLocation: { LocalZoneGroup: 'us-west-2-lax-1' } },
})

const at = (LocationName: string) => ({ CidrRoutingConfig: { CollectionId: 'c', LocationName } })

describe('places', () => {
  const regions = {
    us: { Region: 'us-east-1' },
    kr: { Region: 'ap-northeast-2' },
    eu: { Region: 'eu-west-1' },
  } as const

  it('latency: the nearest healthy Region', () => {
    expect(chosen(regions, { awsRegion: 'ap-northeast-1' })).toEqual(['kr'])
    expect(chosen(regions, { awsRegion: 'eu-central-1' })).toEqual(['eu'])
    expect(chosen(regions)).toEqual(['us'])
    expect(chosen(regions, { awsRegion: 'eu-central-1' }, ['eu'])).toEqual(['us'])
  })

  const geo = {
    ca: { GeoLocation: { CountryCode: 'US', SubdivisionCode: 'CA' } },
    us: { GeoLocation: { CountryCode: 'US' } },
    asia: { GeoLocation: { ContinentCode: 'AS' } },
    all: { GeoLocation: { CountryCode: '*' } },
  }

  it('geolocation: the smallest location that holds the asker and is healthy', () => {
    expect(chosen(geo, { country: 'US-CA' })).toEqual(['ca'])
    expect(chosen(geo, { country: 'US-NY' })).toEqual(['us'])
    expect(chosen(geo, { country: 'KR' })).toEqual(['asia'])
    expect(chosen(geo, { awsRegion: 'ap-northeast-2' })).toEqual(['asia'])
    expect(chosen(geo, { country: 'FR' })).toEqual(['all'])
    expect(chosen(geo, { country: 'US-CA' }, ['ca', 'us'])).toEqual(['all'])
    expect(chosen({ us: geo.us, asia: geo.asia }, { country: 'FR' })).toEqual([])
    expect(chosen({ us: geo.us }, { country: 'FR' })).toEqual([])
  })

  it('geoproximity: distance, and a bias that draws from farther away', () => {
    expect(chosen(near(), { awsRegion: 'ap-northeast-2' })).toEqual(['kr'])
    expect(chosen(near(), { awsRegion: 'us-west-1' })).toEqual(['lax'])
    expect(chosen(near(), { awsRegion: 'ap-east-1' })).toEqual(['kr'])
    expect(chosen(near(90), { awsRegion: 'ap-east-1' })).toEqual(['tokyo'])
  })

  it('networks: the default location', () => {
    expect(chosen({ a: at('office'), b: at('*') })).toEqual(['b'])
  })
})

describe('several', () => {
  it('multivalue: up to eight healthy ones, from a different start each time', () => {
    const members = Object.fromEntries('abcdefghij'.split('').map((id) => [id, { MultiValueAnswer: true }]))
    expect(chosen(members)).toEqual('abcdefgh'.split(''))
    expect(chosen(members, { draw: 0.55 })).toEqual('fghijabc'.split(''))
    expect(chosen(members, {}, 'abcde'.split(''))).toEqual('fghij'.split(''))
    expect(chosen(members, {}, 'abcdefghij'.split(''))).toEqual('abcdefgh'.split(''))
  })

  it('failover: the primary, or the secondary when only that is healthy', () => {
    const members = { p: { Failover: 'PRIMARY' }, s: { Failover: 'SECONDARY' } } as const
    expect(chosen(members)).toEqual(['p'])
    expect(chosen(members, {}, ['p'])).toEqual(['s'])
    expect(chosen(members, {}, ['p', 's'])).toEqual(['p'])
  })
})
