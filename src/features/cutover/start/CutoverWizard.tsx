/** The four steps, and when each may be left. */
import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Wizard from '@cloudscape-design/components/wizard'
import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { startGate } from '../../../core/cutover/preflight/evaluate.ts'
import { ruleToMove } from '../../../core/cutover/preflight/shared-rule.ts'
import type { Cutovers } from '../../../data/cutover/cutovers.ts'
import type { Message, Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { cutoversHref } from '../../../widgets/resource-link/href.ts'
import { ConfirmStep } from './ConfirmStep.tsx'
import { PlanStep } from './PlanStep.tsx'
import { PreflightStep } from './PreflightStep.tsx'
import { type StepId, steps } from './search.ts'
import { StartButton } from './StartButton.tsx'
import { StartStep } from './StartStep.tsx'
import { useWizardState } from './use-wizard-state.ts'
import { WizardContext, type WizardState } from './wizard-context.ts'
import { wizardWords as words } from './wizard-words.ts'

const contents = { start: StartStep, preflight: PreflightStep, plan: PlanStep, confirm: ConfirmStep }

export function CutoverWizard({ cutovers }: { cutovers: Cutovers }) {
  const say = useText()
  const navigate = useNavigate()
  const state = useWizardState(cutovers)
  const [refused, setRefused] = useState<{ at: StepId; why: Message }>()
  // A step is shown only when those before it are done: an address may be of yesterday.
  const wanted = state.search.step ?? 'start'
  const firstOpen = steps.find((step) => stopAt(step, state) !== undefined) ?? 'confirm'
  const step = steps.indexOf(wanted) > steps.indexOf(firstOpen) && !isWaiting(state) ? firstOpen : wanted
  const at = steps.indexOf(step)
  const go = (to: number): void => {
    const stop = to > at ? stopAt(step, state) : undefined
    setRefused(stop && { at: step, why: stop })
    if (!stop) state.change({ step: steps[to] })
  }
  const cancel = (): void => void navigate({ href: cutoversHref(state.region) })
  return (
    <WizardContext value={state}>
      <Wizard
        activeStepIndex={at}
        steps={steps.map((id) => {
          const Content = contents[id]
          const why = refused?.at === id ? stopAt(id, state) : undefined
          return {
            title: say(words[id]),
            description: say(words[`${id}-about`]),
            content: id === step && <Content />,
            ...(why && { errorText: say(why) }),
          }
        })}
        i18nStrings={{
          stepNumberLabel: (number) => say(words.step, { number }),
          collapsedStepsLabel: (number, count) => say(words.steps, { number, count }),
          navigationAriaLabel: say(words.navigation),
          errorIconAriaLabel: say(words.error),
          cancelButton: say(words.cancel),
          previousButton: say(words.previous),
          nextButton: say(words.next),
          optional: say(words.optional),
        }}
        onNavigate={({ detail }) => go(detail.requestedStepIndex)}
        onCancel={cancel}
        {...(step === 'confirm' && {
          customPrimaryActions: (
            <SpaceBetween direction="horizontal" size="xs">
              <Button variant="link" onClick={cancel}>
                {say(words.cancel)}
              </Button>
              <Button onClick={() => go(at - 1)}>{say(words.previous)}</Button>
              <StartButton />
            </SpaceBetween>
          ),
        })}
      />
    </WizardContext>
  )
}

/** Facts are being read for the first time: what is missing then is no reason to go back. */
function isWaiting({ checks, search, targetGroup }: WizardState): boolean {
  if (search.targetGroup !== undefined && !targetGroup) return true
  return checks !== undefined && checks.view.endedAt === undefined
}

/** Why a step cannot be left forward; undefined: it can. */
function stopAt(step: StepId, state: WizardState): Message | undefined {
  if (step === 'start') return missingAtStart(state)
  if (step === 'preflight') return missingAtPreflight(state)
  return step === 'plan' && !state.plan ? { text: words.noPlan } : undefined
}

function missingAtStart({ typed, search, subject }: WizardState): Message | undefined {
  if (subject) return undefined
  if (typed.kind !== 'name') return { text: words.needsHostname }
  if (search.zone === undefined) return { text: words.needsZone }
  const parts: [unknown, Text][] = [
    [search.cluster, words.needsCluster],
    [search.service, words.needsService],
    [search.loadBalancer, words.needsBalancer],
    [search.targetGroup, words.needsGroup],
  ]
  const missing = parts.find(([value]) => value === undefined)
  return { text: missing?.[1] ?? words.reading }
}

function missingAtPreflight({ checks, draft }: WizardState): Message | undefined {
  if (!checks || checks.view.endedAt === undefined) return { text: words.checking }
  const gate = startGate(Object.values(checks.view.results), new Set(draft.acknowledged))
  // What depends on the plan's choices is changed in the next step.
  const changing = ruleToMove(checks.view.readings) ? [...planChecks, ...moveChecks] : planChecks
  const blocking = gate.blocking.filter((id) => !changing.includes(id))
  if (blocking.length > 0) return { text: words.blocked, values: { checks: blocking.join(', ') } }
  const left = gate.toAcknowledge.filter((id) => !changing.some((check) => id.startsWith(check)))
  return left.length > 0 ? { text: words.unread, values: { count: left.length } } : undefined
}

/** Checks whose outcome another plan changes; the last step asks for them again. */
const planChecks = ['P-08', 'P-11', 'P-17', 'P-31', 'P-37', 'P-40']

/** Where a hostname is on the load balancer already, the strategy that moves the rule changes these, too. */
const moveChecks = ['P-15', 'P-26']
