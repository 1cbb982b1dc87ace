/** Who is looking, at which account and Region, with which role. The app provides the values. */
import { createContext, useContext } from 'react'
import type { Aws } from '../aws/context.ts'

export interface SessionRole {
  name: string
  /** Empty where no role is known (typed keys). */
  arn: string
  /** What the console offers with it; `*` for everything. */
  capabilities: string[]
}

export interface Session {
  mode: 'cognito' | 'keys' | 'practice'
  /** Twelve digits. */
  account: string
  region: string
  /** Regions of config.json. */
  regions: string[]
  /** Hosted zones of config.json. */
  hostedZones: readonly { id: string; name: string }[]
  /** Name of the role in use. */
  role: string
  roles: SessionRole[]
  user?: string
  /** ms since the epoch by AWS's clock; the stronger role drops then. Absent unless armed. */
  armedUntil?: number
  /** Hostname of the cutover for which the stronger role does not drop. */
  heldFor?: string
  /** The stronger role that dropped by itself, until the reader has seen that. */
  lapsed?: string
  /** Takes a stronger role for 15 minutes. Rejects when AWS refuses it. */
  arm(role: string): Promise<void>
  /** Back to the role of sign-in, with no more said of a stronger one. */
  disarm: () => void
  /** Keeps the stronger role beyond its 15 minutes for the cutover of this hostname; undefined: no longer. */
  hold: (hostname: string | undefined) => void
  signOut(): Promise<void>
  /** AWS's time, ms since the epoch. */
  serverNow(): number
}

export const AwsContext = createContext<Aws | undefined>(undefined)
export const SessionContext = createContext<Session | undefined>(undefined)

/** The account, Region and role whose data the page shows. */
export function useAws(): Aws {
  const aws = useContext(AwsContext)
  if (!aws) throw new Error('useAws needs an AwsContext around it')
  return aws
}

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession needs a SessionContext around it')
  return session
}
