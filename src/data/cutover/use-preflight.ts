/** The preflight of what the page is about: kept while only choices change, made anew for another hostname or another new side. */
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Subject } from '../../core/cutover/preflight/facts.ts'
import type { Cutovers } from './cutovers.ts'
import { Preflight, type PreflightView } from './preflight.ts'

export interface PreflightHandle {
  preflight: Preflight
  view: PreflightView
}

/** `subject`: undefined while not everything is chosen. `isWanted`: checks are started by themselves. */
export function usePreflight(
  cutovers: Cutovers,
  subject: Subject | undefined,
  isWanted: boolean,
): PreflightHandle | undefined {
  const key = subject && identity(subject)
  const [held, setHeld] = useState<{ key: string | undefined; preflight: Preflight | undefined }>()
  let current = held
  if (!current || current.key !== key) {
    current = { key, preflight: subject && make(cutovers, subject) }
    setHeld(current)
  }
  const preflight = current.preflight
  const view = useSyncExternalStore(preflight?.subscribe ?? noSubscribe, preflight?.get ?? nothing)
  useEffect(() => () => preflight?.leave(), [preflight])
  useEffect(() => {
    if (!preflight || !subject) return
    const { choices, healthPath, alarmNames } = subject
    preflight.choose({ choices, healthPath, alarmNames })
  }, [preflight, subject])
  useEffect(() => {
    const { running, endedAt } = preflight?.get() ?? { running: [] }
    if (preflight && isWanted && running.length === 0 && endedAt === undefined) preflight.run()
  }, [preflight, isWanted])
  return preflight && view ? { preflight, view } : undefined
}

function make({ host }: Cutovers, subject: Subject): Preflight {
  const ports = () => ({
    aws: host.aws,
    ...(host.doh && { doh: host.doh }),
    session: host.surroundings.session,
    now: host.now,
  })
  return new Preflight(ports, subject, host.onMistake)
}

/** What makes it another wish. */
function identity({ hostname, zoneId, cluster, service, loadBalancer, targetGroupArn }: Subject): string {
  return JSON.stringify([hostname, zoneId, cluster, service, loadBalancer, targetGroupArn])
}

const noSubscribe = () => () => undefined
const nothing = (): PreflightView | undefined => undefined
