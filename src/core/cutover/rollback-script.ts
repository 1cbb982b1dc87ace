/** A shell script that puts a hostname back with nothing but the AWS CLI: for the day on which neither console nor command line is there. */
import { shownName } from '../dns/name.ts'
import type { RecordSet } from '../dns/record-set.ts'
import { valuesOf } from '../dns/record-set.ts'
import type { Plan } from './plan.ts'
import { liveRollback } from './print.ts'
import { asciiJson, regionOf, shellWord } from './print-commands.ts'
import { scriptBody, scriptHead } from './rollback-script-text.ts'

/** Lines of printable ASCII for any POSIX shell. `id`: of the cutover. */
export function rollbackScript(plan: Plan, id: string): string[] {
  const name = shownName(plan.hostname)
  return [
    ...linesOf(scriptHead).map((line) => line.replaceAll('@NAME@', name).replaceAll('@ID@', id)),
    ...settings(plan, id),
    ...plan.states.flatMap((_, index) => [
      `changes_${index}() { cat <<'END'`,
      ...liveRollback(plan, id, index).Changes.map((change) => `${asciiJson(change)},`),
      'END',
      '}',
    ]),
    ...heredoc('expected', [expectedQuery(plan)]),
    ...heredoc('actions', [asciiJson(plan.states.slice(0, 1).flatMap(({ actions = [] }) => actions))]),
    ...linesOf(scriptBody),
  ]
}

function settings(plan: Plan, id: string): string[] {
  const { zone, hostname, names, params, states } = plan
  const { rule } = params
  const values = {
    ZONE: zone.id,
    NAME: hostname,
    ID: id,
    DIGEST: plan.originalDigest,
    PLAN: plan.digest,
    LAST: String(states.length - 1),
    LABELS: states.map(({ label }) => label).join(' '),
    CLAIM: names.claim,
    CLAIM_JSON: asciiJson(names.claim),
    SNAPSHOT: names.snapshot,
    RULE: rule?.arn ?? '',
    RULE_KIND: rule?.kind ?? '',
    RULE_REGION: rule ? regionOf(rule.arn) : '',
  }
  return Object.entries(values).map(([key, value]) => `${key}=${value === '' ? '' : shellWord(value)}`)
}

function heredoc(name: string, lines: readonly string[]): string[] {
  return [`${name}() { cat <<'END'`, ...lines, 'END', '}']
}

function linesOf(text: string): string[] {
  return text.trim().split('\n')
}

/** A JMESPath expression over ListResourceRecordSets that is true when exactly the original records stand at the hostname. */
function expectedQuery({ hostname, states, params }: Plan): string {
  const original = states.slice(0, 1).flatMap(({ records }) => records)
  const types = ['A', 'AAAA', 'CNAME', ...(params.retireServiceBindings ? ['HTTPS', 'SVCB'] : [])]
  const managed = `[?Name==${literal(hostname)} && contains(${literal(types)}, Type)]`
  return [
    `length(ResourceRecordSets${managed}) == ${literal(original.length)}`,
    ...original.map((record) => `length(ResourceRecordSets[?${sameAs(record)}]) == ${literal(1)}`),
  ].join(' && ')
}

const single = [
  'Name',
  'Type',
  'SetIdentifier',
  'Weight',
  'Region',
  'GeoLocation',
  'Failover',
  'MultiValueAnswer',
  'TTL',
  'AliasTarget',
  'HealthCheckId',
  'CidrRoutingConfig',
  'GeoProximityLocation',
] as const satisfies readonly (keyof RecordSet)[]

/** Every member is as it was, and what was absent still is; AWS does not promise the order of values. */
function sameAs(record: RecordSet): string {
  return [
    ...single.map((member) => `${member}==${literal(record[member] ?? null)}`),
    `sort(ResourceRecords[].Value || ${literal([])})==${literal(valuesOf(record).toSorted())}`,
  ].join(' && ')
}

/** A backquote would end it. https://jmespath.org/specification.html#literal-expressions */
function literal(value: unknown): string {
  return `\`${asciiJson(value).replaceAll('`', '\\u0060')}\``
}
