/** How to fix what a check found: words, a page, a command. */
import type { CheckResult } from '../../../core/cutover/preflight/evaluate.ts'
import type { Readings } from '../../../core/cutover/preflight/facts.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { AppLink } from '../../../ui/AppLink.tsx'
import { CodeBlock } from '../../../ui/CodeBlock.tsx'
import { fixOf } from './fixes.ts'
import { useWizard } from './wizard-context.ts'

const words = {
  fix: { en: 'How to fix:', ko: '해결 방법:' },
  open: { en: 'Open the page', ko: '페이지 열기' },
  command: { en: 'Command', ko: '명령' },
} satisfies Record<string, Text>

interface FixTextProps {
  id: string
  result: CheckResult
  readings: Readings
}

export function FixText({ id, result, readings }: FixTextProps) {
  const say = useText()
  const { region } = useWizard()
  const fix = fixOf(id, readings, region)
  // What the check says itself is more exact.
  if (!fix || result.problem || result.verdicts.some((verdict) => verdict.fix)) return null
  return (
    <div className="tg-verdict">
      <strong>{say(words.fix)}</strong> {say(fix.message)}{' '}
      {fix.href !== undefined && <AppLink href={fix.href}>{say(words.open)}</AppLink>}
      {fix.command !== undefined && <CodeBlock text={fix.command} label={say(words.command)} />}
    </div>
  )
}
