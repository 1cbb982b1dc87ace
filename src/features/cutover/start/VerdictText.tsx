/** One finding of a check. A good one is a sentence; a bad one also says why, what to do, and may be acknowledged. */
import Box from '@cloudscape-design/components/box'
import Checkbox from '@cloudscape-design/components/checkbox'
import type { Verdict } from '../../../core/cutover/preflight/verdict.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { ExternalLink } from '../../../ui/ExternalLink.tsx'
import { CodeBlock } from '../../../ui/CodeBlock.tsx'
import { useWizard } from './wizard-context.ts'

const words = {
  fix: { en: 'How to fix:', ko: '해결 방법:' },
  acknowledge: { en: 'I have read this and go on', ko: '내용을 확인했으며 계속 진행합니다' },
  override: {
    en: 'I take this upon myself and go on anyway',
    ko: '책임을 지고 그대로 계속 진행합니다',
  },
  open: { en: 'Open the page', ko: '페이지 열기' },
  command: { en: 'Command', ko: '명령' },
} satisfies Record<string, Text>

export function VerdictText({ verdict }: { verdict: Verdict }) {
  const say = useText()
  const { draft, setDraft } = useWizard()
  const { level, message, evidence = [], fix, acknowledge, override } = verdict
  const isGood = level === 'pass' || level === 'info'
  return (
    <div className="tg-verdict">
      <div>{say(message)}</div>
      {evidence.length > 0 && (
        <Box variant="small" color="text-body-secondary">
          <span className="tg-evidence">{evidence.join(' · ')}</span>
        </Box>
      )}
      {fix && !isGood && (
        <div>
          <strong>{say(words.fix)}</strong> {say(fix.message)}{' '}
          {fix.link !== undefined && <ExternalLink href={fix.link}>{say(words.open)}</ExternalLink>}
          {fix.command !== undefined && <CodeBlock text={fix.command} label={say(words.command)} />}
        </div>
      )}
      {acknowledge !== undefined && (
        <Checkbox
          checked={draft.acknowledged.includes(acknowledge)}
          onChange={({ detail }) =>
            setDraft({
              acknowledged: detail.checked
                ? [...draft.acknowledged, acknowledge]
                : draft.acknowledged.filter((each) => each !== acknowledge),
            })
          }
        >
          {say(override ? words.override : words.acknowledge)}
        </Checkbox>
      )}
    </div>
  )
}
