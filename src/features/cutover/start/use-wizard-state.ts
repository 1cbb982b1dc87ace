/** Joins the address, what was read for it, and the preflight into what the steps share. */
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { RuleTarget } from '../../../core/cutover/params.ts'
import type { Subject } from '../../../core/cutover/preflight/facts.ts'
import { sharedRule } from '../../../core/cutover/preflight/shared-rule.ts'
import type { TargetGroup } from '../../../core/elb/target-group.ts'
import type { Cutovers } from '../../../data/cutover/cutovers.ts'
import { factOf, type PreflightView } from '../../../data/cutover/preflight.ts'
import { ruleActionsQuery } from '../../../data/cutover/target-choice.ts'
import { type PreflightHandle, usePreflight } from '../../../data/cutover/use-preflight.ts'
import { targetGroupQuery } from '../../../data/elb/target-groups.ts'
import { useAws } from '../../../data/session.ts'
import { readAlarmNames } from './alarm-names.ts'
import { choicesOf } from './choices.ts'
import { readHostname } from './hostname.ts'
import { type NewCutoverSearch, newCutoverSearch } from './search.ts'
import { useCutoverRole } from './use-cutover-role.ts'
import { type Draft, emptyDraft, type WizardState } from './wizard-context.ts'

const route = getRouteApi('/$region/cutovers/new')

export function useWizardState(cutovers: Cutovers): WizardState {
  const { region } = route.useParams()
  const search = route.useSearch({ select: newCutoverSearch, structuralSharing: true })
  const navigate = route.useNavigate()
  const [draft, setWhole] = useState<Draft>(emptyDraft)
  const [id] = useState(() => cutovers.newId())
  const change = useCallback(
    (next: NewCutoverSearch) =>
      void navigate({
        to: '.',
        search: (previous) => newCutoverSearch({ ...previous, ...next }),
        // A step is a place to come back to; a choice is not.
        replace: !('step' in next),
        resetScroll: 'step' in next,
      }),
    [navigate],
  )
  const setDraft = useCallback((next: Partial<Draft>) => setWhole((before) => ({ ...before, ...next })), [])
  const targetGroup = useTargetGroup(search)
  const [readings, setReadings] = useState<PreflightView['readings']>()
  const rule = useRule(search, readings)
  const subject = useSubject(search, targetGroup, rule)
  const checks = usePreflight(cutovers, subject, search.step !== undefined)
  // The rule is found in what the preflight reads, and is itself one of its choices.
  if (checks && readings?.listeners !== checks.view.readings.listeners) setReadings(checks.view.readings)
  useAgainWithRole(checks)
  const planning = checks && factOf(checks.view.readings, 'planning')
  return {
    cutovers,
    region,
    id,
    search,
    change,
    typed: readHostname(search.hostname ?? ''),
    targetGroup,
    subject,
    checks,
    plan: planning && 'plan' in planning ? planning.plan : undefined,
    draft,
    setDraft,
  }
}

/** Another role reads everything anew: what is known stays known meanwhile. */
function useTargetGroup({ targetGroup: name = '' }: NewCutoverSearch): TargetGroup | undefined {
  const { data } = useQuery({ ...targetGroupQuery(useAws(), name), enabled: name !== '' })
  const [known, setKnown] = useState<TargetGroup>()
  if (data && data !== known) setKnown(data)
  return known?.name === name ? known : undefined
}

/** Another role may read what the last one was refused. */
function useAgainWithRole(checks: PreflightHandle | undefined): void {
  const { can } = useCutoverRole()
  const preflight = checks?.preflight
  useEffect(() => {
    if (!can || !preflight) return
    for (const { id, problem } of Object.values(preflight.get().results))
      if (problem?.kind === 'denied') preflight.run(id)
  }, [can, preflight])
}

/** Undefined while something is missing. The same object while nothing changes. */
function useSubject(
  search: NewCutoverSearch,
  group: TargetGroup | undefined,
  rule: RuleTarget | undefined,
): Subject | undefined {
  return useMemo(() => {
    const { hostname = '', zone, cluster, service, loadBalancer, path, alarms } = search
    const typed = readHostname(hostname)
    const isWhole = cluster !== undefined && service !== undefined && loadBalancer !== undefined && group
    if (typed.kind !== 'name' || zone === undefined || !isWhole) return undefined
    return {
      typed: hostname.trim(),
      hostname: typed.canonical,
      zoneId: zone,
      cluster,
      service,
      loadBalancer,
      targetGroupArn: group.arn,
      healthPath: path ?? group.healthCheck.path ?? '/',
      choices: choicesOf(search, rule),
      alarmNames: readAlarmNames(alarms),
      probe: { kind: 'skipped' },
    }
  }, [search, group, rule])
}

function useRule(
  { strategy }: NewCutoverSearch,
  readings: PreflightView['readings'] | undefined,
): RuleTarget | undefined {
  const aws = useAws()
  const subject = readings && factOf(readings, 'subject')
  const listeners = readings && factOf(readings, 'listeners')
  const shared = useMemo(
    () => (subject && listeners ? sharedRule({ subject, listeners }) : undefined),
    [subject, listeners],
  )
  const wanted = strategy === 'rule' ? shared : undefined
  const { data: actions } = useQuery({
    ...ruleActionsQuery(aws, wanted ?? { arn: '', kind: 'rule' }),
    enabled: wanted !== undefined,
  })
  return useMemo(() => (wanted && actions ? { ...wanted, actions } : undefined), [wanted, actions])
}
