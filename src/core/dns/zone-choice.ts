/** Which hosted zone answers for a hostname. https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zones-working-with.html */
import { isWithin } from './name.ts'
import type { RecordSet } from './record-set.ts'

/** As much of a hosted zone as choosing needs. */
export interface ZoneName {
  id: string
  /** Canonical. */
  name: string
  isPrivate: boolean
}

/** The names of all zones that could hold `hostname`, longest first: itself, its parent and so on. Both are canonical. */
export function suffixesOf(hostname: string): string[] {
  const labels = hostname.split('.').slice(0, -1)
  return labels.map((_, at) => `${labels.slice(at).join('.')}.`)
}

/**
 * The zones with the longest name, for resolvers in public and for those inside of VPCs: each world sees one of its own. Several of
 * one name stay several: only a person knows which one is meant. Public ones come first.
 */
export function candidateZones<Zone extends ZoneName>(hostname: string, zones: readonly Zone[]): Zone[] {
  return [false, true].flatMap((isPrivate) => {
    const holding = zones.filter((zone) => zone.isPrivate === isPrivate && isWithin(hostname, zone.name))
    const longest = Math.max(0, ...holding.map(({ name }) => name.length))
    return holding.filter(({ name }) => name.length === longest)
  })
}

/** The name between the zone's apex and the hostname (or the hostname itself) that NS records give away; the topmost one. */
export function hidingDelegation(
  hostname: string,
  zoneName: string,
  records: readonly Pick<RecordSet, 'Name' | 'Type'>[],
): string | undefined {
  return records
    .filter(({ Name, Type }) => Type === 'NS' && Name !== zoneName && isWithin(hostname, Name))
    .map(({ Name }) => Name)
    .toSorted((a, b) => a.length - b.length)[0]
}

/** Candidates whose records have an effect: not those in which NS records hide the hostname. */
export function usableZones<Zone extends ZoneName>(
  hostname: string,
  zones: readonly Zone[],
  recordsOf: (zone: Zone) => readonly Pick<RecordSet, 'Name' | 'Type'>[],
): Zone[] {
  return candidateZones(hostname, zones).filter(
    (zone) => hidingDelegation(hostname, zone.name, recordsOf(zone)) === undefined,
  )
}
