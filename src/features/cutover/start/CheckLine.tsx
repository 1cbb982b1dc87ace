/** One check: what it found, in words and in AWS's own, how to fix it, and the box to acknowledge it. */
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import type { CheckResult } from '../../../core/cutover/preflight/evaluate.ts'
import type { Check } from '../../../core/cutover/preflight/verdict.ts'
import { AwsProblem } from '../../../core/problem.ts'
import type { PreflightHandle } from '../../../data/cutover/use-preflight.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { ProblemPage } from '../../../widgets/problem/ProblemPage.tsx'
import { FixText } from './FixText.tsx'
import { levelIcons, levelWords, type ShownLevel } from './level-words.ts'
import { VerdictText } from './VerdictText.tsx'

const words = {
  again: { en: 'Run {id} again', ko: '{id} 다시 점검' },
  missing: {
    en: 'Not checked: it needs “{fact}”, which is not known.',
    ko: '점검하지 않음: 필요한 “{fact}” 정보를 알 수 없습니다.',
  },
} satisfies Record<string, Text>

export function CheckLine({ check, handle }: { check: Check; handle: PreflightHandle }) {
  const say = useText()
  const { preflight, view } = handle
  const { id, title } = check
  const result = view.results[id]
  const isRunning = view.running.includes(id)
  const level: ShownLevel = isRunning || !result ? 'running' : result.level
  return (
    // What is right, and what is not known yet, takes one line.
    <li className={isBad(level) ? 'tg-check' : 'tg-check tg-check-brief'}>
      <span className="tg-check-level">
        <StatusIndicator type={levelIcons[level]}>{say(levelWords[level])}</StatusIndicator>
      </span>
      <div className="tg-check-says">
        <div>
          <strong>{say(title)}</strong>{' '}
          <Box variant="span" color="text-body-secondary" fontSize="body-s">
            {id}
          </Box>
        </div>
        {result && <Says result={result} retry={() => preflight.run(id)} />}
        {result && isBad(level) && <FixText id={id} result={result} readings={view.readings} />}
      </div>
      <Button
        variant="icon"
        iconName="refresh"
        ariaLabel={say(words.again, { id })}
        disabled={isRunning || view.endedAt === undefined}
        onClick={() => preflight.run(id)}
      />
    </li>
  )
}

function isBad(level: ShownLevel): boolean {
  return level === 'fail' || level === 'unknown' || level === 'warn'
}

function Says({ result, retry }: { result: CheckResult; retry: () => void }) {
  const say = useText()
  if (result.problem) return <ProblemPage error={new AwsProblem(result.problem)} retry={retry} />
  if (result.level === 'unknown') return <div>{say(words.missing, { fact: result.missing ?? '?' })}</div>
  return result.verdicts.map((verdict, index) => (
    // Verdicts of one check have no name of their own.
    <VerdictText key={verdict.acknowledge ?? index} verdict={verdict} />
  ))
}
