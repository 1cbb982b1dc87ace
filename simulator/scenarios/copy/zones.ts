/** Hosted zones of a copy: record sets exactly as they were read. */
import type {
  GetDNSSECCommandInput,
  GetDNSSECCommandOutput,
  GetHealthCheckCommandInput,
  GetHealthCheckCommandOutput,
  GetHostedZoneCommandInput,
  GetHostedZoneCommandOutput,
  HostedZone,
  LinkedService,
  ListHostedZonesByNameCommandInput,
  ListHostedZonesCommandInput,
  ListHostedZonesCommandOutput,
  ListHostedZonesByNameCommandOutput,
  ListResourceRecordSetProtectionsCommandInput,
  ListResourceRecordSetProtectionsCommandOutput,
  ListResourceRecordSetsCommandInput,
  ListResourceRecordSetsCommandOutput,
  ListTagsForResourceCommandInput,
  ListTagsForResourceCommandOutput,
  VPC,
} from '@aws-sdk/client-route-53'
import { canonicalName } from '../../engine/dns/names.ts'
import { createHostedZone } from '../../engine/dns/zone-build.ts'
import type { HostedZoneRecord, StoredRecordSet } from '../../world/dns-tables.ts'
import type { World } from '../../world/world.ts'
import { answersOf, type RecordedCall, tagMap } from './recorded.ts'

export function copyZones(world: World, recorded: readonly RecordedCall[]): void {
  const details = detailsById(recorded)
  const sets = recordSetsByZone(recorded)
  for (const listed of listedZones(recorded)) {
    const id = bareId(listed.Id)
    const detail = details.get(id)
    const zone = createHostedZone(world, membersOf({ ...listed, ...detail?.HostedZone }, detail))
    const read = sets.get(id) ?? []
    // Of a zone that was only listed, what every zone is born with is all that is known.
    const known = new Set(read.map(({ Name, Type }) => `${Name}/${Type}`))
    const born = zone.records.filter(({ Name, Type }) => !known.has(`${Name}/${Type}`))
    zone.records = [...born, ...read]
  }
  delegate(world, details)
  copyTags(world, recorded)
  copyProtections(world, recorded)
  copySigning(world, recorded)
  copyHealthChecks(world, recorded)
}

/** Id without the `/hostedzone/` that answers carry. */
export function bareId(id: string | undefined): string {
  return (id ?? '').replace(/^\/hostedzone\//, '')
}

function membersOf(
  zone: HostedZone,
  detail: Partial<GetHostedZoneCommandOutput> | undefined,
): Parameters<typeof createHostedZone>[1] {
  const { LinkedService: linked } = zone
  const { Comment: comment = '', PrivateZone: privateZone = false } = zone.Config ?? {}
  const nameServers = detail?.DelegationSet?.NameServers
  return {
    id: bareId(zone.Id),
    name: zone.Name ?? '',
    callerReference: zone.CallerReference ?? '',
    comment,
    privateZone,
    vpcs: toNetworks(detail?.VPCs),
    ...(nameServers && { nameServers }),
    acceleratedRecovery: zone.Features?.AcceleratedRecoveryStatus === 'ENABLED',
    ...(linked && { linkedService: toLinked(linked) }),
  }
}

function toNetworks(vpcs: readonly VPC[] = []): HostedZoneRecord['vpcs'] {
  return vpcs.map(({ VPCId = '', VPCRegion = '' }) => ({ vpcId: VPCId, region: VPCRegion }))
}

function toLinked(linked: LinkedService): NonNullable<HostedZoneRecord['linkedService']> {
  return { servicePrincipal: linked.ServicePrincipal ?? '', description: linked.Description ?? '' }
}

/** Each once: those that were listed, and those that were only read. */
function listedZones(recorded: readonly RecordedCall[]): HostedZone[] {
  const lists = answersOf<ListHostedZonesByNameCommandInput, ListHostedZonesByNameCommandOutput>(
    recorded,
    'route53',
    'ListHostedZonesByName',
  )
  const whole = answersOf<ListHostedZonesCommandInput, ListHostedZonesCommandOutput>(
    recorded,
    'route53',
    'ListHostedZones',
  )
  const read = [...detailsById(recorded).values()].flatMap(({ HostedZone: zone }) => zone ?? [])
  const listed = [...whole, ...lists].flatMap(({ output }) => output.HostedZones ?? [])
  const all = [...listed, ...read]
  return [...new Map(all.map((zone) => [bareId(zone.Id), zone])).values()]
}

function detailsById(recorded: readonly RecordedCall[]): Map<string, Partial<GetHostedZoneCommandOutput>> {
  const answers = answersOf<GetHostedZoneCommandInput, GetHostedZoneCommandOutput>(
    recorded,
    'route53',
    'GetHostedZone',
  )
  return new Map(answers.map(({ output }) => [bareId(output.HostedZone?.Id), output]))
}

/** Read by name, by page or as a whole: each once, the last reading counts. */
function recordSetsByZone(recorded: readonly RecordedCall[]): Map<string, StoredRecordSet[]> {
  const zones = new Map<string, Map<string, StoredRecordSet>>()
  for (const { input, output } of recordAnswers(recorded)) {
    const id = bareId(input.HostedZoneId)
    const sets = zones.get(id) ?? new Map<string, StoredRecordSet>()
    zones.set(id, sets)
    for (const set of output.ResourceRecordSets ?? []) {
      sets.set(`${set.Name}/${set.Type}/${set.SetIdentifier ?? ''}`, set)
    }
  }
  return new Map([...zones].map(([id, sets]) => [id, [...sets.values()]]))
}

/** Answers about record sets. */
export function recordAnswers(recorded: readonly RecordedCall[]): {
  input: Partial<ListResourceRecordSetsCommandInput>
  output: Partial<ListResourceRecordSetsCommandOutput>
}[] {
  return answersOf<ListResourceRecordSetsCommandInput, ListResourceRecordSetsCommandOutput>(
    recorded,
    'route53',
    'ListResourceRecordSets',
  )
}

/** Of public zones of one name the registrar points to one: the one that was looked at, because that is to be changed. */
function delegate(world: World, details: ReadonlyMap<string, unknown>): void {
  const byName = new Map<string, HostedZoneRecord[]>()
  for (const zone of Object.values(world.dns.hostedZones)) {
    if (!zone.privateZone) byName.set(zone.name, [...(byName.get(zone.name) ?? []), zone])
  }
  for (const zones of byName.values()) {
    const chosen = zones.find(({ id }) => details.has(id)) ?? zones[0]
    for (const zone of zones) zone.delegated = zone === chosen
  }
}

function copyTags(world: World, recorded: readonly RecordedCall[]): void {
  const answers = answersOf<ListTagsForResourceCommandInput, ListTagsForResourceCommandOutput>(
    recorded,
    'route53',
    'ListTagsForResource',
  )
  for (const { input, output } of answers) {
    const zone = world.dns.hostedZones[bareId(input.ResourceId)]
    if (zone && input.ResourceType === 'hostedzone') zone.tags = tagMap(output.ResourceTagSet?.Tags)
  }
}

function copyProtections(world: World, recorded: readonly RecordedCall[]): void {
  const answers = answersOf<
    ListResourceRecordSetProtectionsCommandInput,
    ListResourceRecordSetProtectionsCommandOutput
  >(recorded, 'route53', 'ListResourceRecordSetProtections')
  for (const { input, output } of answers) {
    const zone = world.dns.hostedZones[bareId(input.HostedZoneId)]
    if (!zone) continue
    for (const { RecordName, RecordType = '', Comment } of output.ResourceRecordSetProtections ?? []) {
      const name = canonicalName(RecordName ?? '')
      if (zone.protections.some((one) => one.name === name && one.type === RecordType)) continue
      zone.protections.push({ name, type: RecordType, ...(Comment !== undefined && { comment: Comment }) })
    }
  }
}

function copySigning(world: World, recorded: readonly RecordedCall[]): void {
  const answers = answersOf<GetDNSSECCommandInput, GetDNSSECCommandOutput>(recorded, 'route53', 'GetDNSSEC')
  for (const { input, output } of answers) {
    const zone = world.dns.hostedZones[bareId(input.HostedZoneId)]
    if (zone) zone.dnssec = output.Status?.ServeSignature === 'SIGNING' ? 'SIGNING' : 'NOT_SIGNING'
  }
}

function copyHealthChecks(world: World, recorded: readonly RecordedCall[]): void {
  const answers = answersOf<GetHealthCheckCommandInput, GetHealthCheckCommandOutput>(
    recorded,
    'route53',
    'GetHealthCheck',
  )
  for (const { output } of answers) {
    const {
      Id,
      HealthCheckConfig: config,
      CallerReference = '',
      HealthCheckVersion = 1,
    } = output.HealthCheck ?? {}
    if (Id === undefined || !config) continue
    world.dns.healthChecks[Id] = {
      id: Id,
      callerReference: CallerReference,
      config,
      createdAt: world.now,
      version: HealthCheckVersion,
      tags: {},
    }
  }
}
