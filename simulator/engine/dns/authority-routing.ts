/**
 * Which record sets of one name and type answer a question, by their routing policy and their health.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-how-route-53-chooses-records.html
 */
import type { ResourceRecordSet } from '@aws-sdk/client-route-53'
import { HOME, continentOf, coordinatesOf, countryOf, distance } from './authority-places.ts'

/** Who asks, as far as routing policies look at it. */
export interface Asker {
  /** [0, 1): decides between weighted record sets. */
  draw: number
  /** ISO 3166-1 alpha-2, or with a subdivision, such as `US-CA`. */
  country?: string | undefined
  awsRegion?: string | undefined
}

type Healthy = (set: ResourceRecordSet) => boolean

/** Multivalue answers hold this many record sets at most. */
const MOST_VALUES = 8

/** Chosen record sets: one, but for multivalue answers; none when the policy has none for this asker. */
export function chooseRecords(
  sets: readonly ResourceRecordSet[],
  asker: Asker,
  healthy: Healthy,
): readonly ResourceRecordSet[] {
  const [first] = sets
  if (!first || sets.length === 1) return first ? chooseOnly(first, asker) : []
  if (first.Weight !== undefined) return byWeight(sets, asker.draw, healthy)
  if (first.MultiValueAnswer !== undefined) return severalOf(sets, asker.draw, healthy)
  if (first.Failover !== undefined) return byFailover(sets, healthy)
  if (first.GeoLocation !== undefined) return byLocation(sets, asker, healthy)
  if (first.CidrRoutingConfig !== undefined) return byNetwork(sets)
  return byDistance(sets, asker, healthy)
}

/** A single record set answers whatever its health; a single location only those who are there. */
function chooseOnly(set: ResourceRecordSet, asker: Asker): readonly ResourceRecordSet[] {
  return set.GeoLocation === undefined || placesOf(asker).some((where) => isAt(set, where)) ? [set] : []
}

/** Zero-weight record sets are considered when no other is healthy; when none is at all, all count as healthy. */
function byWeight(
  sets: readonly ResourceRecordSet[],
  draw: number,
  healthy: Healthy,
): readonly ResourceRecordSet[] {
  const weighted = sets.filter(({ Weight = 0 }) => Weight > 0)
  if (weighted.length === 0) return drawn(someHealthy(sets, healthy), draw, () => 1)
  const good = weighted.filter(healthy)
  if (good.length > 0) return drawn(good, draw, ({ Weight = 0 }) => Weight)
  const spare = sets.filter((set) => set.Weight === 0 && healthy(set))
  return spare.length > 0 ? drawn(spare, draw, () => 1) : drawn(weighted, draw, ({ Weight = 0 }) => Weight)
}

function drawn(
  sets: readonly ResourceRecordSet[],
  draw: number,
  weight: (set: ResourceRecordSet) => number,
): readonly ResourceRecordSet[] {
  let left = draw * sets.reduce((sum, set) => sum + weight(set), 0)
  const found = sets.find((set) => {
    left -= weight(set)
    return left < 0
  })
  return [found ?? sets.at(-1) ?? []].flat()
}

/** The healthy ones, or all when there is none. */
function someHealthy(sets: readonly ResourceRecordSet[], healthy: Healthy): readonly ResourceRecordSet[] {
  const good = sets.filter(healthy)
  return good.length > 0 ? good : sets
}

function severalOf(
  sets: readonly ResourceRecordSet[],
  draw: number,
  healthy: Healthy,
): readonly ResourceRecordSet[] {
  const good = someHealthy(sets, healthy)
  const start = Math.floor(draw * good.length)
  return [...good.slice(start), ...good.slice(0, start)].slice(0, MOST_VALUES)
}

function byFailover(sets: readonly ResourceRecordSet[], healthy: Healthy): readonly ResourceRecordSet[] {
  const primary = sets.find(({ Failover }) => Failover === 'PRIMARY')
  const secondary = sets.find(({ Failover }) => Failover === 'SECONDARY')
  const chosen = [primary, secondary].find((set) => set !== undefined && healthy(set)) ?? primary ?? secondary
  return chosen ? [chosen] : []
}

interface Where {
  continent?: string | undefined
  country?: string | undefined
  subdivision?: string | undefined
}

/** From the smallest location that holds the asker to everywhere. */
function placesOf({ country: text, awsRegion }: Asker): Where[] {
  const [country, subdivision] = (text ?? countryOf(awsRegion ?? HOME) ?? '').split('-')
  return [
    { country, subdivision: subdivision ?? '' },
    { country },
    { continent: continentOf(country ?? '') ?? '' },
    { country: '*' },
  ]
}

function isAt({ GeoLocation }: ResourceRecordSet, where: Where): boolean {
  return (
    GeoLocation?.ContinentCode === where.continent &&
    GeoLocation?.CountryCode === where.country &&
    GeoLocation?.SubdivisionCode === where.subdivision
  )
}

/** When the record set of the smallest location is not healthy, a larger one answers. */
function byLocation(
  sets: readonly ResourceRecordSet[],
  asker: Asker,
  healthy: Healthy,
): readonly ResourceRecordSet[] {
  const fitting = placesOf(asker).flatMap((where) => sets.filter((set) => isAt(set, where)))
  return someHealthy(fitting, healthy).slice(0, 1)
}

/** Networks of clients are not modelled: the default location answers. */
function byNetwork(sets: readonly ResourceRecordSet[]): readonly ResourceRecordSet[] {
  const anywhere = sets.find(({ CidrRoutingConfig }) => CidrRoutingConfig?.LocationName === '*')
  return anywhere ? [anywhere] : sets.slice(0, 1)
}

/** Latency and geoproximity: the nearest healthy one; a positive bias draws askers from farther away. */
function byDistance(
  sets: readonly ResourceRecordSet[],
  { awsRegion = HOME }: Asker,
  healthy: Healthy,
): readonly ResourceRecordSet[] {
  const here = coordinatesOf(awsRegion)
  const far = ({ Region, GeoProximityLocation: near }: ResourceRecordSet): number => {
    const { Latitude, Longitude } = near?.Coordinates ?? {}
    const there =
      Latitude === undefined
        ? coordinatesOf(Region ?? near?.AWSRegion ?? regionOfZoneGroup(near?.LocalZoneGroup))
        : { latitude: Number(Latitude), longitude: Number(Longitude) }
    return distance(here, there) * (1 - (near?.Bias ?? 0) / 100)
  }
  return someHealthy(sets, healthy)
    .toSorted((a, b) => far(a) - far(b))
    .slice(0, 1)
}

/** `us-west-2-lax-1` belongs to us-west-2. */
function regionOfZoneGroup(group = ''): string {
  return /^[a-z]+-[a-z]+-\d+/.exec(group)?.[0] ?? HOME
}
