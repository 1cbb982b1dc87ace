/** `npm run cutover -- plan`: reads what is there, and prints the plan of a cutover or why there can be none. Changes nothing. */
import { writeFileSync } from 'node:fs'
import type { Aws } from '../src/aws/context.ts'
import { factContext, type PreflightPorts } from '../src/aws/cutover/fact-context.ts'
import { dnsReaders } from '../src/aws/cutover/facts-dns.ts'
import { legacyReaders } from '../src/aws/cutover/facts-legacy.ts'
import { targetReaders } from '../src/aws/cutover/facts-target.ts'
import { findNewSide, findOwningService } from '../src/aws/cutover/new-side.ts'
import { runPreflight } from '../src/aws/cutover/preflight.ts'
import { getCallerIdentity } from '../src/aws/sts/caller-identity.ts'
import { cryptoChance, ulid } from '../src/core/cutover/identifiers.ts'
import { defaultParams, presets } from '../src/core/cutover/params.ts'
import type { Plan } from '../src/core/cutover/plan.ts'
import type { CheckResult } from '../src/core/cutover/preflight/evaluate.ts'
import type { Subject } from '../src/core/cutover/preflight/facts.ts'
import { printPlan } from '../src/core/cutover/print.ts'
import { rollbackFile, rollbackFileText } from '../src/core/cutover/rollback-file.ts'
import { AwsProblem } from '../src/core/problem.ts'
import { translate } from '../src/i18n/translate.ts'
import { serverNow } from '../src/lib/clock.ts'
import { findZone, hostnameOf } from './cutover-find.ts'
import type { CutoverOptions } from './cutover-options.ts'
import type { Outside } from './cutover-outside.ts'
import { checkLines, planLines } from './cutover-plan-words.ts'
import { UsageError } from './options.ts'

export async function showPlan(aws: Aws, options: CutoverOptions, { say }: Outside): Promise<number> {
  const subject = await subjectOf(aws, options)
  const ports: PreflightPorts = { aws, session: () => Promise.resolve({ renewable: true }), now: serverNow }
  const readers = { ...dnsReaders, ...targetReaders, ...legacyReaders }
  const facts = factContext(readers, { ports, subject, needed: 0, options: {} })
  const planning = await facts.get('planning')
  if ('refusal' in planning) throw new UsageError(translate('en', planning.refusal.message))
  const { plan } = planning
  const checks = await runPreflight(ports, await withService(aws, subject, plan))
  const id = ulid(serverNow(), cryptoChance)
  const printed = printPlan(plan, id)
  if (options.json) say(JSON.stringify({ id, plan, ...printed, checks: checks.map(spoken) }, undefined, 2))
  else for (const line of [...planLines(plan, printed), ...checkLines(checks)]) say(line)
  if (options.out !== undefined) {
    await save(aws, plan, { id, out: options.out })
    if (!options.json) say(`\nThe rollback file of cutover ${id} is in ${options.out}.`)
  }
  return 0
}

async function save(aws: Aws, plan: Plan, { id, out }: { id: string; out: string }): Promise<void> {
  const { account } = await getCallerIdentity(aws)
  const text = rollbackFileText(rollbackFile(plan, { id, createdAt: serverNow(), account }))
  try {
    writeFileSync(out, text)
  } catch {
    throw new UsageError(`${out} cannot be written`)
  }
}

async function subjectOf(aws: Aws, options: CutoverOptions): Promise<Subject> {
  const { hostname: typed = '', loadBalancer = '', strategy, preset, lowTtl } = options
  const hostname = hostnameOf(typed)
  const { id } = await findZone(aws, hostname, options.zone)
  const { wildcard: _wildcard, aliasTargets: _targets, legacyIpv6: _ipv6, ...usual } = defaultParams
  return {
    typed,
    hostname,
    zoneId: id,
    cluster: '',
    service: '',
    // arn:aws:elasticloadbalancing:REGION:ACCOUNT:loadbalancer/app/NAME/ID
    loadBalancer: loadBalancer.startsWith('arn:') ? (loadBalancer.split('/')[2] ?? '') : loadBalancer,
    targetGroupArn: '',
    healthPath: '/',
    choices: { ...usual, ...presets[preset], strategy, ...(lowTtl !== undefined && { lowTtl }) },
    alarmNames: [],
    probe: { kind: 'skipped' },
  }
}

/** The target group that takes the hostname over, and its service: what the checks of the new side look at. */
async function withService(aws: Aws, subject: Subject, plan: Plan): Promise<Subject> {
  const side = await unlessRefused(findNewSide(aws, plan))
  if (!side) return subject
  const owner = await unlessRefused(findOwningService(aws, side.targetGroupArn))
  return { ...subject, targetGroupArn: side.targetGroupArn, ...owner }
}

/** The checks say for themselves what could not be read. */
async function unlessRefused<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof AwsProblem) return undefined
    throw error
  }
}

function spoken({ id, level, verdicts, missing, problem }: CheckResult): object {
  const said = verdicts.map(({ level: each, message, evidence }) => ({
    level: each,
    message: translate('en', message),
    ...(evidence && { evidence }),
  }))
  return { id, level, verdicts: said, ...(missing && { missing }), ...(problem && { problem }) }
}
