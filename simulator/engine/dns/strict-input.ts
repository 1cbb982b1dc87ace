/** What Route 53 refuses as InvalidInput before it looks at the zone: change batches that are malformed by themselves. */
import type { Change, ResourceRecordSet } from '@aws-sdk/client-route-53'

const POLICIES = [
  'Weight',
  'Region',
  'Failover',
  'GeoLocation',
  'MultiValueAnswer',
  'GeoProximityLocation',
  'CidrRoutingConfig',
] as const

export type Policy = (typeof POLICIES)[number]

/** The routing policies that a record set's fields name: none for a simple one, one for a good one. */
export function policiesOf(set: ResourceRecordSet): Policy[] {
  return POLICIES.filter((field) => set[field] !== undefined)
}

/** The message of InvalidInput, or undefined for a batch that may be looked at. */
export function inputProblem(changes: readonly Change[]): string | undefined {
  if (changes.length === 0) {
    return "1 validation error detected: Value '[]' at 'changeBatch.changes' failed to satisfy constraint: Member must have length greater than or equal to 1"
  }
  for (const [index, change] of changes.entries()) {
    const found = changeProblem(change, index)
    if (found !== undefined) return found
  }
  return undefined
}

function changeProblem(change: Change, index: number): string | undefined {
  const { Action = '', ResourceRecordSet: set } = change
  if (!set) return `Invalid request: Missing field 'ResourceRecordSet' in Change with [Action=${Action}]`
  const where = `in Change with [Action=${Action}, Name=${set.Name}, Type=${set.Type}, SetIdentifier=${set.SetIdentifier ?? 'null'}]`
  if (!['CREATE', 'DELETE', 'UPSERT'].includes(Action)) {
    return constraint(index, 'action', Action, 'Member must satisfy enum value set: [CREATE, DELETE, UPSERT]')
  }
  return contentProblem(set, where) ?? policyProblem(set, where) ?? rangeProblem(set, index)
}

/** An empty list of values is more than none: AWS refuses it beside an alias target. */
function contentProblem(set: ResourceRecordSet, where: string): string | undefined {
  const { TTL, ResourceRecords, AliasTarget, TrafficPolicyInstanceId } = set
  const values = ResourceRecords !== undefined || TTL !== undefined
  const kinds = [AliasTarget !== undefined, values, TrafficPolicyInstanceId !== undefined]
  const count = kinds.filter(Boolean).length
  const complete =
    !values || (TTL !== undefined && ResourceRecords !== undefined && ResourceRecords.length > 0)
  if (count === 1 && complete) return undefined
  const found = count > 1 ? 'more than one' : 'none'
  return `Invalid request: Expected exactly one of [AliasTarget, all of [TTL, and ResourceRecords], or TrafficPolicyInstanceId], but found ${found} ${where}`
}

function policyProblem(set: ResourceRecordSet, where: string): string | undefined {
  const policies = policiesOf(set)
  const expected = `Invalid request: Expected exactly one of [${POLICIES.slice(0, -1).join(', ')}, or ${POLICIES.at(-1)}], but found`
  if (policies.length > 1) return `${expected} more than one ${where}`
  if (policies.length === 1 && set.SetIdentifier === undefined) {
    return `Invalid request: Missing field 'SetIdentifier' ${where}`
  }
  if (policies.length === 0 && set.SetIdentifier !== undefined) return `${expected} none ${where}`
  return undefined
}

function rangeProblem(set: ResourceRecordSet, index: number): string | undefined {
  const { TTL = 0, Weight = 0, SetIdentifier, ResourceRecords = [] } = set
  if (TTL < 0 || TTL > 2_147_483_647) {
    return constraint(index, 'resourceRecordSet.tTL', TTL, 'Member must have value between 0 and 2147483647')
  }
  if (Weight < 0 || Weight > 255) {
    return constraint(index, 'resourceRecordSet.weight', Weight, 'Member must have value between 0 and 255')
  }
  if (SetIdentifier !== undefined && (SetIdentifier.length < 1 || SetIdentifier.length > 128)) {
    return constraint(
      index,
      'resourceRecordSet.setIdentifier',
      SetIdentifier,
      'Member must have length between 1 and 128',
    )
  }
  const long = ResourceRecords.find(({ Value = '' }) => Value.length > 4000)
  return long
    ? constraint(
        index,
        'resourceRecordSet.resourceRecords',
        long.Value,
        'Member must have length less than or equal to 4000',
      )
    : undefined
}

function constraint(index: number, field: string, value: unknown, rule: string): string {
  return `1 validation error detected: Value '${String(value)}' at 'changeBatch.changes.${index + 1}.member.${field}' failed to satisfy constraint: ${rule}`
}
