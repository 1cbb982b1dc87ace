/** What Route 53 says about changes it refuses, word for word as people have reported it. */
import type { RecordKey } from './zone-order.ts'

const quoted = ({ Name, Type, SetIdentifier }: RecordKey): string =>
  `[name='${Name}', type='${Type}'${SetIdentifier === undefined ? '' : `, set-identifier='${SetIdentifier}'`}]`

const named = ({ Name, Type, SetIdentifier }: RecordKey): string =>
  `RRSet with DNS name ${Name}, type ${Type}${SetIdentifier === undefined ? '' : `, SetIdentifier ${SetIdentifier}`}`

export const words = {
  notFound: (key: RecordKey) => `Tried to delete resource record set ${quoted(key)} but it was not found`,
  otherValues: (key: RecordKey) =>
    `Tried to delete resource record set ${quoted(key)} but the values provided do not match the current values`,
  exists: (key: RecordKey) => `Tried to create resource record set ${quoted(key)} but it already exists`,
  otherPolicy: (key: RecordKey, policy: string) =>
    `${named(key)} cannot be created as a non-${policy} set exists with the same name and type.`,
  simpleBesideOthers: ({ Name, Type }: RecordKey) =>
    `${named({ Name, Type })} cannot be created as other RRSets exist with the same name and type.`,
  cnameBesideOthers: ({ Name }: RecordKey, zone: string) =>
    `RRSet of type CNAME with DNS name ${Name} is not permitted as it conflicts with other records with the same DNS name in zone ${zone}`,
  besideCname: ({ Name, Type }: RecordKey, zone: string) =>
    `RRSet of type ${Type} with DNS name ${Name} is not permitted because a conflicting RRSet of type  CNAME with the same DNS name already exists in zone ${zone}`,
  cnameAtApex: (zone: string) =>
    `RRSet of type CNAME with DNS name ${zone} is not permitted at apex in zone ${zone}`,
  outside: ({ Name }: RecordKey, zone: string) =>
    `RRSet with DNS name ${Name} is not permitted in zone ${zone}`,
  order: ({ Name, Type }: RecordKey) =>
    `The request contains an invalid set of changes for a resource record set '${Type} ${Name}'`,
  noAliasTarget: (target: string, type: string | undefined, zoneId: string) =>
    `Tried to create an alias that targets ${target}, type ${type} in zone ${zoneId}, but that target was not found`,
  aliasOutside: (target: string, type: string | undefined, zoneId: string) =>
    `Tried to create an alias that targets ${target}, type ${type} in zone ${zoneId}, but the alias target name does not lie within the target zone`,
  tooManyRecords: 'Number of records limit of 1000 exceeded.',
  tooManyCharacters: 'Number of characters limit of 32000 exceeded.',
  needsNs: 'A HostedZone must contain at least one NS record for the zone itself.',
  needsSoa: 'A HostedZone must contain exactly one SOA record.',
  weightedValues: (key: RecordKey) => `${named(key)} cannot have more than one value as it is weighted.`,
  cnameValues: (key: RecordKey) => `${named(key)} cannot have more than one value as it is a CNAME.`,
  weightedTtl: (key: RecordKey) =>
    `${named(key)} cannot be created as weighted sets exist with the same name and type and another TTL.`,
  tooManyWeighted: (key: RecordKey) =>
    `${named(key)} cannot be created as 100 weighted sets exist with the same name and type.`,
  duplicateValue: (value: string) => `Duplicate Resource Record: '${value}'`,
  badValue: (kind: string, why: string, value: string) =>
    `Invalid Resource Record: 'FATAL problem: ${kind} (${why}) encountered with '${value}''`,
  protected: ({ Name, Type }: RecordKey, comment: string | undefined) =>
    `RRSet with DNS name ${Name}, type ${Type} cannot be changed as it is protected${comment === undefined ? '.' : `: ${comment}`}`,
}
