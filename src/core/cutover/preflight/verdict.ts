/** What a check says, and how it is defined: pure, from facts that were read before. */
import type { Message, Text, TextValues } from '../../../i18n/text.ts'
import type { ProblemFacts } from '../../problem.ts'
import type { FactKey, Facts } from './facts.ts'

/** warn: goes on once a person has acknowledged it. fail: nothing starts, unless it may be overridden and was. */
export type VerdictLevel = 'pass' | 'info' | 'warn' | 'fail'

export interface Fix {
  message: Message
  /** A page of AWS. */
  link?: string
  /** To be run by hand. */
  command?: string
}

export interface Verdict {
  level: VerdictLevel
  message: Message
  /** AWS's own words: ARNs, states, records. */
  evidence?: readonly string[]
  fix?: Fix
  /** What a person acknowledges; the same words have the same id, so that what is new is asked again. */
  acknowledge?: string
  /** A failure that a person may take upon themselves, by its `acknowledge`. */
  override?: true
  /** What kept the check from being made. */
  problem?: ProblemFacts
}

export type CheckGroup = 'dns' | 'load-balancer' | 'certificate' | 'targets' | 'service' | 'session'

export interface Check<Key extends FactKey = FactKey> {
  /** `P-01`. */
  id: string
  group: CheckGroup
  /** Made again before every step. */
  live: boolean
  title: Text
  needs: readonly Key[]
  /** A role may lack what it takes: then the check says so, and stands in nobody's way. */
  optional?: true
  /** Made only where DNS moves, or only where a listener rule does. Default: both. */
  only?: 'dns' | 'rule'
  check(facts: Pick<Facts, Key>): Verdict[]
}

/** Lets `needs` decide which facts `check` may use. */
export function defineCheck<const Key extends FactKey>(check: Check<Key>): Check<Key> {
  return check
}

type Extra = Pick<Verdict, 'evidence' | 'fix'>

export function pass(text: Text, values: TextValues = {}, extra: Extra = {}): Verdict {
  return { level: 'pass', message: { text, values }, ...extra }
}

export function info(text: Text, values: TextValues = {}, extra: Extra = {}): Verdict {
  return { level: 'info', message: { text, values }, ...extra }
}

/** `acknowledge`: names the warning, with what it is about where that may change. */
export function warn(acknowledge: string, text: Text, values: TextValues = {}, extra: Extra = {}): Verdict {
  return { level: 'warn', message: { text, values }, acknowledge, ...extra }
}

export function fail(text: Text, values: TextValues = {}, extra: Extra = {}): Verdict {
  return { level: 'fail', message: { text, values }, ...extra }
}

/** A failure that may be overridden. */
export function failUnless(
  acknowledge: string,
  text: Text,
  values: TextValues = {},
  extra: Extra = {},
): Verdict {
  return { ...fail(text, values, extra), acknowledge, override: true }
}
