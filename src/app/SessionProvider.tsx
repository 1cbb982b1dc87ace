/** Gives the pages their account, Region and role, from the address and from who is signed in. */
import { QueryClientProvider } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { type ReactNode, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { CutoverContext } from '../data/cutover/use-cutovers.ts'
import { PracticeContext } from '../data/practice.ts'
import { AwsContext, type Session, SessionContext } from '../data/session.ts'
import { serverNow } from '../lib/clock.ts'
import { AwsCache } from './aws-cache.ts'
import { TabCutovers } from './cutover-source.ts'
import { useOpening } from './opening-context.ts'
import { preferences, setPreferences } from './preferences.ts'

export function SessionProvider({ children }: { children: ReactNode }) {
  const opening = useOpening()
  const { authority, config, backend } = opening
  const snapshot = useSyncExternalStore(authority.subscribe, authority.snapshot)
  const [cache] = useState(() => new AwsCache(opening))
  const [cutovers] = useState(() => new TabCutovers(opening, cache))
  const region = useRegion(config.regions)
  const { role, roles, user, armedUntil, heldFor, lapsed, generation, status } = snapshot
  const { aws, queries } = cache.entry(region, role, generation)
  const session = useMemo(
    (): Session => ({
      mode: authority.mode,
      account: config.account,
      region,
      regions: config.regions,
      hostedZones: config.hostedZones,
      role,
      roles,
      ...(user !== undefined && { user }),
      ...(armedUntil !== undefined && { armedUntil }),
      ...(heldFor !== undefined && { heldFor }),
      ...(lapsed !== undefined && { lapsed }),
      arm: (name) => authority.arm(name),
      disarm: () => authority.disarm(),
      hold: (reason) => authority.hold(reason),
      signOut: () => authority.signOut(),
      serverNow,
    }),
    [authority, config, region, role, roles, user, armedUntil, heldFor, lapsed],
  )
  const before = useRef(status)
  useEffect(() => {
    if (before.current === 'sign-in-required' && status === 'signed-in') cache.refreshAll()
    before.current = status
  }, [status, cache])
  return (
    <QueryClientProvider client={queries}>
      <AwsContext value={aws}>
        <SessionContext value={session}>
          <PracticeContext value={backend.practice}>
            <CutoverContext value={cutovers}>{children}</CutoverContext>
          </PracticeContext>
        </SessionContext>
      </AwsContext>
    </QueryClientProvider>
  )
}

/** The Region in the address, or the last one where the address has none that is configured. */
function useRegion(regions: string[]): string {
  const named = useRouterState({
    select: ({ matches }) => {
      const params: { region?: string } = matches.at(-1)?.params ?? {}
      return params.region
    },
  })
  const known = named !== undefined && regions.includes(named) ? named : undefined
  useEffect(() => {
    if (known !== undefined && preferences.get().region !== known) setPreferences({ region: known })
  }, [known])
  return known ?? regions.find((region) => region === preferences.get().region) ?? regions[0] ?? ''
}
