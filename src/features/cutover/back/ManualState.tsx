/** This role may not write here: the commands to hand to somebody who may, and what the zone says of them. */
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import { useEffect, useMemo } from 'react'
import { printPlan } from '../../../core/cutover/print.ts'
import type { Run } from '../../../core/cutover/run.ts'
import { reachedByHand } from '../../../core/cutover/standing.ts'
import type { CutoverSession } from '../../../data/cutover/cutover-session.ts'
import type { CutoverView } from '../../../data/cutover/cutover-view.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { StatusBadge } from '../../../widgets/status-badge/StatusBadge.tsx'
import { CodeBlock } from '../../../ui/CodeBlock.tsx'
import { stateName } from '../parts/state-words.ts'
import { RefusalText } from './RefusalText.tsx'
import { RollbackFileButton } from './RollbackFileButton.tsx'
import { Situation } from './Situation.tsx'

const words = {
  title: { en: 'Somebody else writes, this page reads along', ko: '다른 사람이 쓰고 이 페이지는 읽습니다' },
  known: {
    en: 'AWS denied the first write. This page goes on reading the zone.',
    ko: 'AWS가 첫 쓰기를 거부했습니다. 이 페이지는 영역을 계속 읽습니다.',
  },
  safe: {
    en: 'Nothing was written. Each command deletes exactly what stands there now, so that AWS refuses it if somebody changed something meanwhile.',
    ko: '쓴 것이 없습니다. 각 명령은 지금 있는 값을 정확히 삭제하므로, 그사이 변경이 있으면 AWS가 거부합니다.',
  },
  next: {
    en: 'Hand the command for the next step to somebody who may write. Wait at each state as long as the plan says, and hand on the rollback beside it. Once your role may write: start from here, or roll back exactly.',
    ko: '다음 단계의 명령을 쓰기 권한이 있는 사람에게 전달하세요. 각 상태에서 계획에 적힌 만큼 기다리고 롤백 명령도 함께 전달하세요. 이 역할에 쓰기 권한이 생기면 여기서 시작하거나 원본 그대로 롤백할 수 있습니다.',
  },
  stands: { en: 'The zone is at “{state}”.', ko: '영역은 “{state}” 상태입니다.' },
  nowhere: {
    en: 'The records are in no state of the plan: somebody changed something else.',
    ko: '레코드가 계획의 어느 상태와도 다릅니다. 다른 변경이 있었습니다.',
  },
  forward: { en: 'Next: to “{state}”', ko: '다음: “{state}”(으)로' },
  back: { en: 'Back to the original, from here', ko: '여기서 원본으로 되돌리기' },
  last: { en: 'The last state is reached.', ko: '마지막 상태에 이르렀습니다.' },
  again: { en: 'Read the zone now', ko: '지금 영역 읽기' },
  start: { en: 'Prepare the start again', ko: '다시 시작 준비' },
} satisfies Record<string, Text>

/** ms between looks at the zone. */
const every = 15_000

interface ManualStateProps {
  session: CutoverSession
  view: CutoverView
}

export function ManualState({ session, view: { run } }: ManualStateProps) {
  const say = useText()
  const { phase, plan } = run
  const look = (): void => session.command({ kind: 'recheck' })
  useEffect(() => {
    const timer = setInterval(() => session.command({ kind: 'recheck' }), every)
    return () => clearInterval(timer)
  }, [session])
  if (phase.at !== 'manual-only') return null
  const state = reachedByHand(run)
  return (
    <Situation
      title={say(words.title)}
      tone="info"
      known={say(words.known)}
      safe={say(words.safe)}
      next={say(words.next)}
      actions={
        <>
          <Button onClick={look}>{say(words.again)}</Button>
          {state === 0 && <Button onClick={() => session.resume()}>{say(words.start)}</Button>}
          <RollbackFileButton run={run} />
        </>
      }
    >
      <StatusBadge tone={state === undefined ? 'warning' : 'good'} wrap>
        {state === undefined ? say(words.nowhere) : say(words.stands, { state: say(stateName(plan, state)) })}
      </StatusBadge>
      {state !== undefined && <Commands run={run} state={state} />}
      <RefusalText trouble={phase.trouble} plan={plan} />
    </Situation>
  )
}

function Commands({ run, state }: { run: Run; state: number }) {
  const say = useText()
  const { plan, id } = run
  const printed = useMemo(() => printPlan(plan, id), [plan, id])
  const next = printed.steps[state]
  const back = printed.rollbacks[state]
  return (
    <>
      {next ? (
        <div>
          <Box variant="h4" tagOverride="h3">
            {say(words.forward, { state: say(stateName(plan, next.to)) })}
          </Box>
          <CodeBlock text={next.commands.join('\n\n')} label={say(words.forward, { state: '' })} />
        </div>
      ) : (
        <Box>{say(words.last)}</Box>
      )}
      {back && state > 0 && (
        <div>
          <Box variant="h4" tagOverride="h3">
            {say(words.back)}
          </Box>
          <CodeBlock text={back.commands.join('\n\n')} label={say(words.back)} />
        </div>
      )}
    </>
  )
}
