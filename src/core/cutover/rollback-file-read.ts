/** Takes a rollback file back in, whoever wrote into it meanwhile. */
import type { Message, Text } from '../../i18n/text.ts'
import { digest } from './canon.ts'
import type { PlanZone } from './plan.ts'
import type { RollbackFile } from './rollback-file.ts'
import { type Misfit, misfit, type Shape } from './rollback-file-shape.ts'
import type { Snapshot } from './snapshot.ts'

const words = {
  json: {
    en: 'This is no rollback file: it is not JSON.',
    ko: '롤백 파일이 아닙니다. JSON 형식이 아닙니다.',
  },
  version: {
    en: 'This is no rollback file of a version that is known here: v must be 1.',
    ko: '알 수 없는 버전의 롤백 파일입니다. v는 1이어야 합니다.',
  },
  place: {
    en: 'The rollback file is damaged at {place}: {wanted} is expected there.',
    ko: '롤백 파일의 {place} 부분이 손상되었습니다. {wanted}이(가) 있어야 합니다.',
  },
  digest: {
    en: 'The records in the file are not those that it was written with: snapshot does not match digests.original.',
    ko: '파일의 레코드가 저장 당시와 다릅니다. snapshot이 digests.original과 일치하지 않습니다.',
  },
} satisfies Record<string, Text>

const recordSet: Shape = {
  members: {
    Name: 'text',
    Type: 'text',
    'SetIdentifier?': 'text',
    'Weight?': 'number',
    'Region?': 'text',
    'GeoLocation?': {
      members: { 'ContinentCode?': 'text', 'CountryCode?': 'text', 'SubdivisionCode?': 'text' },
    },
    'Failover?': 'text',
    'MultiValueAnswer?': 'flag',
    'TTL?': 'number',
    'ResourceRecords?': { list: { members: { Value: 'text' } } },
    'AliasTarget?': { members: { HostedZoneId: 'text', DNSName: 'text', EvaluateTargetHealth: 'flag' } },
    'HealthCheckId?': 'text',
    'TrafficPolicyInstanceId?': 'text',
    'CidrRoutingConfig?': { members: { 'CollectionId?': 'text', 'LocationName?': 'text' } },
    'GeoProximityLocation?': {
      members: {
        'AWSRegion?': 'text',
        'LocalZoneGroup?': 'text',
        'Coordinates?': { members: { 'Latitude?': 'text', 'Longitude?': 'text' } },
        'Bias?': 'number',
      },
    },
  },
}

/** Members that a newer release adds are no reason to refuse a way back. */
const params: Shape = {
  members: {
    strategy: { one: ['simple', 'weighted', 'rule'] },
    balancer: { members: { dnsName: 'text', hostedZoneId: 'text', dualStack: 'flag' }, others: 'allowed' },
    evaluateTargetHealth: 'flag',
    lowTtl: 'number',
    steps: { list: 'number' },
    prepareTtl: 'flag',
    retireServiceBindings: 'flag',
    addIpv6: 'flag',
    legacyIpv6: 'flag',
    stayCname: 'flag',
    wildcard: { list: recordSet },
    aliasTargets: { list: recordSet },
    originalTtl: 'number',
    bakeMs: 'number',
    holdMs: 'number',
    privateSnapshot: 'flag',
    'rule?': {
      members: {
        arn: 'text',
        kind: { one: ['rule', 'listener'] },
        actions: { list: { members: {}, others: 'allowed' } },
        legacyGroupArn: 'text',
        newGroupArn: 'text',
      },
      others: 'allowed',
    },
  },
  others: 'allowed',
}

/** As much as an attach needs; the rest of the file is for people and shells. */
const file: Shape = {
  members: {
    v: { one: [1] },
    id: 'text',
    zoneId: 'text',
    zoneName: 'text',
    hostname: 'text',
    snapshot: { list: recordSet },
    digests: { members: { original: 'text' }, others: 'allowed' },
    params,
    'protections?': { list: { members: { name: 'text', type: 'text', comment: 'text' } } },
  },
  others: 'allowed',
}

export type FileReading = { snapshot: Snapshot; zone: PlanZone } | { trouble: Message }

/** `text`: the whole file. Whether it belongs to a claim is told by attach.ts. */
export function readRollbackFile(text: string): FileReading {
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch {
    return { trouble: { text: words.json } }
  }
  const wrong = misfit(given, file, '')
  if (wrong) return { trouble: troubleOf(wrong) }
  // The shape says so.
  const { id, hostname, snapshot, digests, zoneId, zoneName, ...rest } = given as RollbackFile
  if (digest(snapshot) !== digests.original) return { trouble: { text: words.digest } }
  const { params: choices, protections } = rest
  return {
    snapshot: {
      version: 1,
      id,
      hostname,
      original: snapshot,
      params: choices,
      ...(protections && { protections }),
    },
    zone: { id: zoneId, name: zoneName },
  }
}

function troubleOf({ place, wanted }: Misfit): Message {
  if (place === 'v' || place === '') return { text: words.version }
  return { text: words.place, values: { place, wanted } }
}
