/** What all steps of the wizard share. */
import { createContext, use } from 'react'
import type { Plan } from '../../../core/cutover/plan.ts'
import type { Subject } from '../../../core/cutover/preflight/facts.ts'
import type { TargetGroup } from '../../../core/elb/target-group.ts'
import type { Cutovers } from '../../../data/cutover/cutovers.ts'
import type { PreflightHandle } from '../../../data/cutover/use-preflight.ts'
import type { Typed } from './hostname.ts'
import type { NewCutoverSearch } from './search.ts'

/** What is said once and belongs into no address. */
export interface Draft {
  /** Ids of warnings. */
  acknowledged: readonly string[]
  /** The links of the access test were opened and answered as expected. */
  seen: boolean
  /** What the downloaded rollback file is about; see `fileKey`. */
  file?: string
  /** One item a line. */
  smoke: string
  advance: boolean
  abort: boolean
  awake: boolean
  hold: boolean
  /** The hostname, typed again. */
  confirmed: string
}

export const emptyDraft: Draft = {
  acknowledged: [],
  seen: false,
  smoke: '',
  advance: false,
  abort: true,
  awake: true,
  hold: true,
  confirmed: '',
}

export interface WizardState {
  cutovers: Cutovers
  region: string
  /** Under which the cutover will run: files and printed batches name it before. */
  id: string
  search: NewCutoverSearch
  change: (change: NewCutoverSearch) => void
  typed: Typed
  targetGroup: TargetGroup | undefined
  /** Absent while not everything is chosen. */
  subject: Subject | undefined
  checks: PreflightHandle | undefined
  plan: Plan | undefined
  draft: Draft
  setDraft: (change: Partial<Draft>) => void
}

export const WizardContext = createContext<WizardState | undefined>(undefined)

export function useWizard(): WizardState {
  const state = use(WizardContext)
  if (!state) throw new Error('useWizard needs a WizardContext around it')
  return state
}
