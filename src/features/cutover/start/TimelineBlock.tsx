/** The steps on a line of time, with waits and their reasons; one of them is opened below. */
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import type { Plan } from '../../../core/cutover/plan.ts'
import { holdOf, holdState, totalWait, waitOf } from '../../../core/cutover/timing.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { durationMessage } from '../../../ui/time-format.ts'
import { stateMeaning, stateName } from '../parts/state-words.ts'
import { waitReason } from '../parts/wait-words.ts'
import { StepDetail } from './StepDetail.tsx'

const words = {
  title: { en: 'Steps', ko: '단계' },
  total: {
    en: 'At least {time} from the first step to the last, without the minutes that Route 53 takes to spread each change; then hold for {hold}.',
    ko: '첫 단계부터 마지막까지 최소 {time}(Route 53이 각 변경을 전파하는 시간 제외), 이후 {hold} 동안 유지합니다.',
  },
  step: { en: 'Step', ko: '단계' },
  after: { en: 'Earliest, after the start', ko: '시작 후 가장 빠른 시점' },
  wait: { en: 'Then wait', ko: '이후 대기' },
  why: { en: 'Why', ko: '이유' },
  what: { en: 'What it does', ko: '내용' },
  hold: { en: 'The hold begins here.', ko: '여기서 유지가 시작됩니다.' },
} satisfies Record<string, Text>

export function TimelineBlock({ plan }: { plan: Plan }) {
  const say = useText()
  const [chosen, setChosen] = useState(1)
  const last = plan.states.length - 1
  const open = Math.min(chosen, last)
  const time = say(durationMessage(totalWait(plan)))
  const hold = say(durationMessage(holdOf(plan, holdState(plan))))
  return (
    <Container
      header={
        <Header variant="h2" description={say(words.total, { time, hold })}>
          {say(words.title)}
        </Header>
      }
    >
      <SpaceBetween size="l">
        <div className="tg-records-box">
          <table className="tg-records tg-timeline" aria-label={say(words.title)}>
            <thead>
              <tr>
                {[words.step, words.what, words.after, words.wait, words.why].map((each) => (
                  <th key={each.en} scope="col">
                    {say(each)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {plan.states.slice(1).map((state, at) => (
                <tr key={state.label} className={at + 1 === open ? 'tg-step-open' : undefined}>
                  <th scope="row">
                    <Button
                      variant="inline-link"
                      ariaExpanded={at + 1 === open}
                      onClick={() => setChosen(at + 1)}
                    >{`${String(at + 1)}. ${say(stateName(plan, at + 1))}`}</Button>
                  </th>
                  <td>
                    {say(stateMeaning(plan, at + 1))}
                    {holdState(plan) === at + 1 && <> {say(words.hold)}</>}
                  </td>
                  <td className="tg-figures">{say(durationMessage(waitBefore(plan, at + 1)))}</td>
                  <td className="tg-figures">{say(durationMessage(waitOf(plan, at + 1)))}</td>
                  <td>{say(waitReason(plan, at + 1))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <div>
          <Box variant="h3">{`${String(open)}. ${say(stateName(plan, open))}`}</Box>
          <StepDetail key={open} plan={plan} state={open} />
        </div>
      </SpaceBetween>
    </Container>
  )
}

/** ms from the start until state `index` can be reached. */
function waitBefore(plan: Plan, index: number): number {
  return plan.states.slice(0, index).reduce((sum, _, at) => sum + waitOf(plan, at), 0)
}
