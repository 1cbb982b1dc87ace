/** Weights within one load balancer as a tab moves them, against the simulated account `migration`: `orders` is there already. */
import { describe, expect, it } from 'vitest'
import { changeRecordSets } from '../../aws/dns/changes.ts'
import { readRecordSets } from '../../aws/dns/record-sets.ts'
import { listListeners, listRules } from '../../aws/elb/listeners.ts'
import { getLoadBalancer } from '../../aws/elb/load-balancers.ts'
import { getRuleActions, modifyRule } from '../../aws/elb/rule-actions.ts'
import { getTargetGroup } from '../../aws/elb/target-groups.ts'
import type { RuleTarget } from '../../core/cutover/params.ts'
import { canonActions } from '../../core/cutover/rule-states.ts'
import type { CutoverSession } from './cutover-session.ts'
import { Stage } from './testing/stage.ts'

const minute = 60_000
const hostname = 'orders.example.com.'
const at = (session: CutoverSession): string => session.get().run.phase.at

async function ruleOf({ aws }: Stage): Promise<RuleTarget> {
  const { arn } = await getLoadBalancer(aws, 'orders-alb')
  const listeners = await listListeners(aws, arn)
  const listener = listeners.find(({ protocol }) => protocol === 'HTTPS')
  const rules = await listRules(aws, listener?.arn ?? '')
  const rule = rules.find(({ conditions }) => conditions[0]?.values[0] === 'orders.example.com')
  if (!rule) throw new Error('No rule for orders')
  const [legacy, fresh] = await Promise.all([
    getTargetGroup(aws, 'orders-legacy'),
    getTargetGroup(aws, 'orders'),
  ])
  return {
    arn: rule.arn,
    kind: 'rule',
    actions: (await getRuleActions(aws, rule.arn)).value,
    legacyGroupArn: legacy.arn,
    newGroupArn: fresh.arn,
  }
}

/** D0, w0, w50, w100; at 50 %. */
async function halfWay(stage: Stage): Promise<{ session: CutoverSession; rule: RuleTarget }> {
  const rule = await ruleOf(stage)
  const params = { strategy: 'rule' as const, rule, steps: [0, 50, 100], bakeMs: 10 * minute }
  const session = await stage.begin(stage.tab(), ['orders.example.com', 'orders', 'orders-alb'], params)
  await stage.idle()
  void session.start()
  await stage.until(() => at(session) === 'ready')
  session.attest({
    opened: [0, 1, 2, 3],
    ticked: Object.fromEntries([0, 1, 2, 3].map((state) => [state, ['Log in']])),
  })
  session.command({ kind: 'auto', advance: true, abort: true })
  await stage.until(() => session.get().run.journal?.claim.state === 2 && at(session) === 'soaking')
  session.command({ kind: 'auto', advance: false })
  return { session, rule }
}

const actionsNow = async ({ aws }: Stage, { arn }: RuleTarget): Promise<string> =>
  canonActions((await getRuleActions(aws, arn)).value)

describe('weights within one load balancer', { timeout: 120_000 }, () => {
  it('move, whatever stands at the hostname, and go back word for word', async () => {
    const stage = new Stage()
    const { session, rule } = await halfWay(stage)
    expect(await actionsNow(stage, rule)).toBe(canonActions(session.get().run.plan.states[2]?.actions ?? []))
    // Records are nobody's business here, and stay free to be edited.
    const { zone } = session.get().run.plan
    const extra = { Name: hostname, Type: 'TXT', TTL: 300, ResourceRecords: [{ Value: '"hello"' }] }
    const before = (await readRecordSets(stage.aws, zone.id, hostname)).records
    const [alias] = before
    if (!alias?.AliasTarget) throw new Error('No alias')
    const turned = { ...alias, AliasTarget: { ...alias.AliasTarget, EvaluateTargetHealth: false } }
    await changeRecordSets(
      stage.aws,
      zone.id,
      [
        { Action: 'DELETE', ResourceRecordSet: alias },
        { Action: 'CREATE', ResourceRecordSet: turned },
        { Action: 'CREATE', ResourceRecordSet: extra },
      ],
      'by hand',
    )
    session.command({ kind: 'recheck' })
    await stage.idle()
    expect(at(session)).toBe('soaking')
    session.rollback()
    await stage.until(() => at(session) === 'restored')
    expect((await getRuleActions(stage.aws, rule.arn)).value).toEqual(rule.actions)
    const { records } = await readRecordSets(stage.aws, zone.id, hostname)
    expect(records).toEqual([turned, extra])
    expect(stage.mistakes).toEqual([])
  })

  it('ask no resolver and search no zone before the old targets may be shut down', async () => {
    const stage = new Stage()
    const { session } = await halfWay(stage)
    session.command({ kind: 'auto', advance: true })
    await stage.until(() => at(session) === 'holding')
    const hold = await session.readHold()
    expect(hold?.evidence.legacy).toMatchObject([{ kind: 'requests', name: 'orders-alb' }])
    const missing = hold?.decommission.reasons.map(({ text }) => text.en).join(' ')
    expect(missing).toContain('Held for')
    expect(missing).not.toMatch(/resolvers have|hosted zones/)
    session.leave()
  })

  it('another weight by hand is drift, which a person decides', async () => {
    const stage = new Stage()
    const { session, rule } = await halfWay(stage)
    await modifyRule(stage.aws, rule.arn, rule.actions)
    session.command({ kind: 'recheck' })
    await stage.idle()
    expect(session.get().run.phase).toMatchObject({ at: 'drift', state: 2, matches: [0] })
    session.command({ kind: 'reapply' })
    await stage.until(() => at(session) === 'soaking')
    expect(await actionsNow(stage, rule)).toBe(canonActions(session.get().run.plan.states[2]?.actions ?? []))
    session.leave()
  })
})
