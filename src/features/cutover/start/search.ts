/** What of the wizard lives in the URL: everything that is chosen, so that it can be shared, reloaded and gone back to. What makes no sense is left out. */
import type { Strategy } from '../../../core/cutover/params.ts'
import { searchNumber } from '../../../ui/table-search.ts'

export const steps = ['start', 'preflight', 'plan', 'confirm'] as const
export type StepId = (typeof steps)[number]

export const paces = ['careful', 'standard', 'quick', 'own'] as const
export type Pace = (typeof paces)[number]

/** `weights`: of the pace `own`, `0,5,100`. */
const texts = [
  'hostname',
  'zone',
  'cluster',
  'service',
  'loadBalancer',
  'targetGroup',
  'path',
  'alarms',
  'weights',
] as const
const numbers = ['bake', 'ttl', 'hold'] as const
/** Only there when they differ from what is usual. */
const switches = ['noHealth', 'noPrepare', 'keepBindings', 'ipv6', 'private', 'cname'] as const
const strategies: readonly Strategy[] = ['simple', 'weighted', 'rule']

export type NewCutoverSearch = { [Name in (typeof texts)[number]]?: string | undefined } & {
  /** Minutes, seconds and hours. */
  [Name in (typeof numbers)[number]]?: number | undefined
} & { [Name in (typeof switches)[number]]?: true | undefined } & {
  /** Absent: the start. */
  step?: StepId | undefined
  /** Absent: weighted. */
  strategy?: Strategy | undefined
  /** Absent: standard. */
  pace?: Pace | undefined
}

export function newCutoverSearch(raw: Record<string, unknown>): NewCutoverSearch {
  const step = chosen(steps, raw['step'], 'start')
  const strategy = chosen(strategies, raw['strategy'], 'weighted')
  const pace = chosen(paces, raw['pace'], 'standard')
  return { ...plain(raw), ...(step && { step }), ...(strategy && { strategy }), ...(pace && { pace }) }
}

function plain(raw: Record<string, unknown>): NewCutoverSearch {
  const search: NewCutoverSearch = {}
  for (const name of texts) {
    const value = textOf(raw[name])
    if (value !== undefined) search[name] = value
  }
  for (const name of numbers) {
    const value = searchNumber(raw[name])
    if (raw[name] !== undefined && Number.isInteger(value) && value >= 0) search[name] = value
  }
  for (const name of switches) if (raw[name] === true || raw[name] === 'true') search[name] = true
  return search
}

/** What is usual is left out. */
function chosen<T extends string>(known: readonly T[], value: unknown, usual: T): T | undefined {
  return known.find((each) => each === value && each !== usual)
}

/** The router reads `path=1` as a number. */
function textOf(value: unknown): string | undefined {
  return (typeof value === 'string' && value !== '') || typeof value === 'number' ? String(value) : undefined
}
