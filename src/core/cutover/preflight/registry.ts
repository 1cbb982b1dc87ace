/** Every preflight check, in the order in which people read them. */
import { nameCheck } from './p-01-name.ts'
import { zoneCheck } from './p-02-zone.ts'
import { subzoneCheck } from './p-03-subzone.ts'
import { authorityCheck } from './p-04-authority.ts'
import { splitHorizonCheck } from './p-05-split-horizon.ts'
import { linkedCheck } from './p-06-linked.ts'
import { recordsCheck } from './p-07-records.ts'
import { policyCheck } from './p-08-policy.ts'
import { serviceBindingCheck } from './p-09-service-bindings.ts'
import { wildcardCheck } from './p-10-wildcard.ts'
import { ttlCheck } from './p-11-ttl.ts'
import { ownerCheck } from './p-12-owner.ts'
import { journalCheck } from './p-13-journal.ts'
import { permissionCheck } from './p-14-permission.ts'
import { targetCycleCheck } from './p-15-target-cycle.ts'
import { ruleOwnerCheck } from './p-16-rule-owner.ts'
import { servedHereCheck } from './p-17-served-here.ts'
import { loadBalancerCheck } from './p-20-load-balancer.ts'
import { zonesCheck } from './p-21-zones.ts'
import { schemeCheck } from './p-22-scheme.ts'
import { ipVersionsCheck } from './p-23-ip-versions.ts'
import { listenerCheck } from './p-24-listener.ts'
import { certificateCheck } from './p-25-certificate.ts'
import { ruleCheck } from './p-26-rule.ts'
import { redirectLoopCheck } from './p-27-redirect-loop.ts'
import { securityGroupCheck } from './p-28-security-group.ts'
import { capacityCheck } from './p-29-capacity.ts'
import { targetsCheck } from './p-30-targets.ts'
import { targetHealthCheck } from './p-31-target-health.ts'
import { serviceCheck } from './p-32-service.ts'
import { deploymentsCheck } from './p-33-deployments.ts'
import { scalingCheck } from './p-34-scaling.ts'
import { probeCheck } from './p-35-probe.ts'
import { legacyCheck } from './p-36-legacy.ts'
import { alarmsCheck } from './p-37-alarms.ts'
import { metricsCheck } from './p-38-metrics.ts'
import { sessionCheck } from './p-39-session.ts'
import { sizeCheck } from './p-40-size.ts'
import { dnssecCheck } from './p-41-dnssec.ts'
import { recoveryCheck } from './p-42-recovery.ts'
import { deletionCheck } from './p-43-deletion.ts'
import { protectionCheck } from './p-44-protection.ts'
import { dependentsCheck } from './p-45-dependents.ts'
import type { Check } from './verdict.ts'

export const checks: readonly Check[] = [
  nameCheck,
  zoneCheck,
  subzoneCheck,
  authorityCheck,
  splitHorizonCheck,
  linkedCheck,
  recordsCheck,
  policyCheck,
  serviceBindingCheck,
  wildcardCheck,
  ttlCheck,
  ownerCheck,
  journalCheck,
  permissionCheck,
  targetCycleCheck,
  ruleOwnerCheck,
  servedHereCheck,
  loadBalancerCheck,
  zonesCheck,
  schemeCheck,
  ipVersionsCheck,
  listenerCheck,
  certificateCheck,
  ruleCheck,
  redirectLoopCheck,
  securityGroupCheck,
  capacityCheck,
  targetsCheck,
  targetHealthCheck,
  serviceCheck,
  deploymentsCheck,
  scalingCheck,
  probeCheck,
  legacyCheck,
  alarmsCheck,
  metricsCheck,
  sessionCheck,
  sizeCheck,
  dnssecCheck,
  recoveryCheck,
  deletionCheck,
  protectionCheck,
  dependentsCheck,
]

/** Those that are made again before every step. */
export const liveChecks: readonly Check[] = checks.filter(({ live }) => live)
