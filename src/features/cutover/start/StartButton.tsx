/** The one button of the wizard that writes. */
import Button from '@cloudscape-design/components/button'
import { useNavigate } from '@tanstack/react-router'
import { shownName } from '../../../core/dns/name.ts'
import { useSession } from '../../../data/session.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { cutoverHref } from '../../../widgets/resource-link/href.ts'
import { beginCutover, missingToStart } from './start-cutover.ts'
import { useCutoverRole } from './use-cutover-role.ts'
import { useWizard } from './wizard-context.ts'

const words = {
  start: { en: 'Start the cutover', ko: '전환 시작' },
  missing: { en: 'Still missing: {what}', ko: '아직 필요한 것: {what}' },
} satisfies Record<string, Text>

export function StartButton() {
  const say = useText()
  const navigate = useNavigate()
  const session = useSession()
  const { can } = useCutoverRole()
  const state = useWizard()
  const { plan, checks, draft, region } = state
  const missing = missingToStart(state, can)
  const start = (): void => {
    if (!plan || !checks || missing.length > 0) return
    const name = shownName(plan.hostname)
    beginCutover(state, plan, checks)
    if (draft.hold) session.hold(name)
    void navigate({ href: cutoverHref(region, plan.zone.id, name) })
  }
  return (
    <Button
      variant="primary"
      disabled={missing.length > 0}
      disabledReason={say(words.missing, { what: missing.map((each) => say(each)).join(' ') })}
      onClick={start}
    >
      {say(words.start)}
    </Button>
  )
}
