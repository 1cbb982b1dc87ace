/** From a cutover that was planned back to the address of the wizard that plans it again. */
import type { Subject } from '../../../core/cutover/preflight/facts.ts'
import { newCutoverHref } from '../../../widgets/resource-link/href.ts'
import { writeAlarmNames } from './alarm-names.ts'
import { type NewCutoverSearch, newCutoverSearch } from './search.ts'

/** `arn:…:targetgroup/<name>/<id>` */
function groupName(arn: string): string | undefined {
  return arn.split(':targetgroup/')[1]?.split('/')[0]
}

/** `hostname`: as people write it. */
export function wizardAddress(region: string, subject: Subject, hostname: string): string {
  const { zoneId, cluster, service, loadBalancer, targetGroupArn, healthPath, choices, alarmNames } = subject
  const search: NewCutoverSearch = newCutoverSearch({
    hostname,
    zone: zoneId,
    cluster,
    service,
    loadBalancer,
    targetGroup: groupName(targetGroupArn),
    path: healthPath,
    alarms: writeAlarmNames(alarmNames),
    strategy: choices.strategy,
    pace: 'own',
    weights: choices.steps.join(),
    bake: choices.bakeMs / 60_000,
    ttl: choices.lowTtl,
    hold: choices.holdMs / 3_600_000,
    noHealth: !choices.evaluateTargetHealth,
    noPrepare: !choices.prepareTtl,
    keepBindings: !choices.retireServiceBindings,
    ipv6: choices.addIpv6,
    private: choices.privateSnapshot,
    cname: choices.stayCname,
    step: 'preflight',
  })
  const query = Object.entries(search).map(([name, value]): [string, string] => [name, String(value)])
  return `${newCutoverHref(region)}?${new URLSearchParams(query).toString()}`
}
