/** Route 53 and the DNS around it as plain tables. It is a global service: its tables belong to the world, not to a Region. */
import type { HealthCheckConfig, ResourceRecordSet } from '@aws-sdk/client-route-53'

/** A record set as stored, with what the SDK's model does not know of it: elements newer than the SDK, by name. */
export type StoredRecordSet = ResourceRecordSet & { unknownElements?: Record<string, string> }

export interface HostedZoneRecord {
  /** Without the `/hostedzone/` that answers carry, e.g. `Z0123456789ABCDEFGHIJ`. */
  id: string
  /** With the dot at the end, lower case, other bytes than `a-z 0-9 - _ .` as `\ooo`. */
  name: string
  callerReference: string
  comment: string
  privateZone: boolean
  /** Networks in which a private zone answers. */
  vpcs: { vpcId: string; region: string }[]
  /** Four for a public zone. */
  nameServers: string[]
  /** False where the registrar points to other name servers: the zone can be edited, and nobody asks it. */
  delegated: boolean
  /** Set when another AWS service owns the zone: nobody else may edit it. */
  linkedService?: { servicePrincipal: string; description: string }
  /** Whether record editing comes back within an hour after a failure of us-east-1. */
  acceleratedRecovery: boolean
  /** Status of DNSSEC signing. */
  dnssec: 'SIGNING' | 'NOT_SIGNING'
  /**
   * Record sets as stored; names lower case with a dot at the end. The order is not defined: readers sort. Replace the list
   * to change it: indexes are kept for each list.
   */
  records: StoredRecordSet[]
  /** Changes that the name servers do not answer with yet, oldest first. */
  propagating: PropagatingChange[]
  protections: ProtectionRecord[]
  /** Until then a change is being processed and further ones are refused, ms since the epoch. */
  busyUntil: number
  /** How long a change takes to all name servers, ms, where that is not the usual. */
  propagationMs?: number
  tags: Record<string, string>
}

/** Name (canonical) and type that no change may touch. */
export interface ProtectionRecord {
  name: string
  type: string
  comment?: string
}

export interface PropagatingChange {
  changeId: string
  /** ms since the epoch from which all name servers answer with it. */
  insyncAt: number
  /** The record sets of every name it touched, as they were before. */
  before: Record<string, StoredRecordSet[]>
}

/** A change of records, as GetChange tells of it. */
export interface ChangeRecord {
  /** Without `/change/`. */
  id: string
  zoneId: string
  comment?: string
  submittedAt: number
  /** ms since the epoch from which all name servers answer with it. */
  insyncAt: number
}

/** What of AWS's undocumented behaviour a world assumes. */
export interface Route53Rules {
  /** DELETE compares only Name, Type, SetIdentifier, TTL, values and alias target. */
  laxDelete: boolean
  /** Whether a weighted record set may hold several values: the guide and the API reference disagree. */
  weightedValues: 'one' | 'many'
  /** What happens to a member of a weighted group with another TTL. */
  weightedTtl: 'reject' | 'rewrite'
  /** Token buckets of 50 calls, 10 a second, as AWS has them; off, nothing is throttled but by faults. */
  throttles: boolean
  /** How long a zone is busy with a change and refuses the next, ms. */
  busyMs: number
}

export interface HealthCheckRecord {
  id: string
  callerReference: string
  /** As created, with AWS's defaults filled in. */
  config: HealthCheckConfig
  createdAt: number
  version: number
  tags: Record<string, string>
}

/** Names that no hosted zone of the account serves, e.g. of on-premises servers and of other AWS services. */
export interface ExternalName {
  /** With the dot at the end. */
  name: string
  ttl: number
  a: string[]
  aaaa: string[]
  cname?: string
}

export interface DnsTables {
  /** By id. */
  hostedZones: Record<string, HostedZoneRecord>
  /** By id. */
  changes: Record<string, ChangeRecord>
  /** By id. */
  healthChecks: Record<string, HealthCheckRecord>
  /** By name. */
  external: Record<string, ExternalName>
  rules: Route53Rules
}
