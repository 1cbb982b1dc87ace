/** The rollback file: downloaded before a cutover starts, it puts everything back without the product. */
import { shownName } from '../dns/name.ts'
import type { RecordSet } from '../dns/record-set.ts'
import { shortHash } from './canon.ts'
import type { PlanParams, RuleActionRecord } from './params.ts'
import { type Plan, snapshotOf } from './plan.ts'
import { liveRollback } from './print.ts'
import type { ChangeBatch } from './print-commands.ts'
import { rollbackScript } from './rollback-script.ts'
import type { Protection } from './snapshot.ts'

export interface RollbackFile {
  v: 1
  /** Of the cutover; a ULID. */
  id: string
  /** ISO 8601. */
  createdAt: string
  /** Tells accounts apart without naming them. */
  accountIdHash: string
  zoneId: string
  zoneName: string
  /** Canonical. */
  hostname: string
  /** How to use the file without the product, line by line. */
  cli: string[]
  /** The managed record sets as read, verbatim. */
  snapshot: RecordSet[]
  digests: { original: string; plan: string }
  params: PlanParams
  protections?: Protection[]
  plan: { label: string; records: RecordSet[]; actions?: readonly RuleActionRecord[] }[]
  /** By index of the state that the zone is in: the change back to the original, but for the claim. */
  rollback: Record<string, ChangeBatch>
  /** A shell script that needs the AWS CLI and nothing else, line by line. */
  script: string[]
}

/** What a file is about beside its plan. */
export interface FileHead {
  /** Of the cutover; a ULID. */
  id: string
  /** ms since the epoch. */
  createdAt: number
  /** Twelve digits. */
  account: string
}

export function rollbackFile(plan: Plan, { id, createdAt, account }: FileHead): RollbackFile {
  const { original, hostname, params, protections } = snapshotOf(plan, id)
  return {
    v: 1,
    id,
    createdAt: new Date(createdAt).toISOString(),
    accountIdHash: shortHash(account).slice(0, 8),
    zoneId: plan.zone.id,
    zoneName: plan.zone.name,
    hostname,
    cli: usage(plan.zone.id, rollbackFileName(hostname, id)),
    snapshot: original,
    digests: { original: plan.originalDigest, plan: plan.digest },
    params,
    ...(protections && { protections }),
    plan: plan.states.map(({ label, records, actions }) => ({ label, records, ...(actions && { actions }) })),
    rollback: Object.fromEntries(plan.states.map((_, index) => [index, liveRollback(plan, id, index)])),
    script: rollbackScript(plan, id),
  }
}

/** Members and lines of `script` each on a line of their own, which is what `extraction` counts on. */
export function rollbackFileText(file: RollbackFile): string {
  return `${JSON.stringify(file, undefined, 2)}\n`
}

/** `cutover-www.example.com-01J….json`, safe on every file system. */
export function rollbackFileName(hostname: string, id: string): string {
  return `cutover-${shownName(hostname).replace(/[^a-z0-9._-]/g, '_')}-${id}.json`
}

/** Takes the script out of the file with sed alone: its lines are printable ASCII, so that `\"` and `\\` are their only escapes. */
function extraction(fileName: string): string {
  const lines = String.raw`'/^  "script"/,/^  \]/s/^    "\(.*\)",\{0,1\}$/\1/p'`
  return String.raw`sed -n ${lines} ${fileName} | sed 's/\\\(.\)/\1/g' > rollback.sh`
}

function usage(zoneId: string, fileName: string): string[] {
  return [
    extraction(fileName),
    'sh rollback.sh',
    'sh rollback.sh cleanup',
    '# By hand, without the script and its safeguards: save the member N of rollback, N being the state that the records are in.',
    `aws route53 change-resource-record-sets --hosted-zone-id ${zoneId} --change-batch file://rollback-N.json`,
  ]
}
