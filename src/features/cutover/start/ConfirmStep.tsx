/** Last step: the file that leads back, what this tab may do by itself, and the hostname typed once more. */
import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Textarea from '@cloudscape-design/components/textarea'
import { shownName } from '../../../core/dns/name.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { StatusBadge } from '../../../widgets/status-badge/StatusBadge.tsx'
import { HandOver } from './HandOver.tsx'
import { RehearseThis } from './RehearseThis.tsx'
import { RollbackFile } from './RollbackFile.tsx'
import { CutoverRole } from './CutoverRole.tsx'
import { missingToStart } from './start-cutover.ts'
import { TabDuties } from './TabDuties.tsx'
import { useCutoverRole } from './use-cutover-role.ts'
import { useWizard } from './wizard-context.ts'

const words = {
  smoke: { en: 'Things to try after each step', ko: '각 단계 후 확인할 항목' },
  smokeLabel: { en: 'One a line', ko: '한 줄에 하나씩' },
  smokeHelp: {
    en: 'The run screen asks to tick each of them before it goes on.',
    ko: '실행 화면에서 다음 단계로 가기 전에 각 항목을 확인하도록 요청합니다.',
  },
  smokeSample: { en: 'Sign in\nPut something into the cart', ko: '로그인\n장바구니에 담기' },
  title: { en: 'Start', ko: '시작' },
  type: { en: 'Type {name} to confirm', ko: '확인을 위해 {name}을(를) 입력하세요' },
  missing: { en: 'Still missing', ko: '아직 필요한 것' },
  ready: {
    en: 'Ready. The start writes the journal only; the first step is another click.',
    ko: '준비되었습니다. 시작하면 저널만 쓰며, 첫 단계는 다시 한 번 클릭해야 합니다.',
  },
  readyAlone: {
    en: 'Ready. The start writes the journal; the first step then goes by itself, once its checks pass.',
    ko: '준비되었습니다. 시작하면 저널을 쓰고, 점검을 통과하면 첫 단계가 자동으로 진행됩니다.',
  },
} satisfies Record<string, Text>

export function ConfirmStep() {
  const say = useText()
  const { plan, draft, setDraft } = useWizard()
  if (!plan) return null
  return (
    <SpaceBetween size="l">
      <CutoverRole />
      <RehearseThis />
      <RollbackFile plan={plan} />
      <TabDuties />
      <Container header={<Header variant="h2">{say(words.smoke)}</Header>}>
        <FormField label={say(words.smokeLabel)} constraintText={say(words.smokeHelp)}>
          <Textarea
            rows={3}
            value={draft.smoke}
            placeholder={say(words.smokeSample)}
            onChange={({ detail }) => setDraft({ smoke: detail.value })}
          />
        </FormField>
      </Container>
      <HandOver plan={plan} />
      <Container header={<Header variant="h2">{say(words.title)}</Header>}>
        <SpaceBetween size="m">
          <FormField label={say(words.type, { name: shownName(plan.hostname) })}>
            <Input
              value={draft.confirmed}
              onChange={({ detail }) => setDraft({ confirmed: detail.value })}
              spellcheck={false}
              autoComplete={false}
            />
          </FormField>
          <Missing />
        </SpaceBetween>
      </Container>
    </SpaceBetween>
  )
}

/** Beside the button, which can only say it on demand. */
function Missing() {
  const say = useText()
  const state = useWizard()
  const { can } = useCutoverRole()
  const missing = missingToStart(state, can)
  return (
    <div className="tg-missing" aria-live="polite">
      {missing.length === 0 ? (
        <StatusBadge tone="good" wrap>
          {say(state.draft.advance ? words.readyAlone : words.ready)}
        </StatusBadge>
      ) : (
        <>
          <strong>{say(words.missing)}</strong>
          <ul>
            {missing.map((each) => (
              <li key={each.text.en}>{say(each)}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
