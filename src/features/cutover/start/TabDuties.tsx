/** What this tab may do by itself, and what it cannot. */
import Alert from '@cloudscape-design/components/alert'
import Checkbox from '@cloudscape-design/components/checkbox'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { type Draft, useWizard } from './wizard-context.ts'

const words = {
  title: { en: 'What this tab does by itself', ko: '이 탭이 스스로 하는 일' },
  honest: {
    en: 'Automatic abort works only while this tab is open and this computer is awake.',
    ko: '자동 중단은 이 탭이 열려 있고 컴퓨터가 켜져 있는 동안에만 작동합니다.',
  },
  abort: { en: 'Automatic abort', ko: '자동 중단' },
  abortAbout: {
    en: 'When a guard for errors or health trips, traffic goes back to the old side, some at once and others after 30 s. Rolling back exactly stays your own click.',
    ko: '오류나 상태 보호 장치가 작동하면 종류에 따라 즉시 또는 30초 후에 트래픽을 이전 쪽으로 되돌립니다. 원본 그대로 롤백은 직접 클릭해야 합니다.',
  },
  advance: { en: 'Auto-advance', ko: '자동 진행' },
  advanceAbout: {
    en: 'Goes on to the next step when the wait is over and every verification passed. Otherwise each step is a click.',
    ko: '대기가 끝나고 모든 검증을 통과하면 다음 단계로 진행합니다. 끄면 단계마다 클릭합니다.',
  },
  awake: { en: 'Keep this computer awake', ko: '컴퓨터를 절전 모드로 전환하지 않기' },
  awakeAbout: {
    en: 'While the tab is in sight, where the browser allows it.',
    ko: '탭이 보이는 동안, 브라우저가 허용하는 경우에 적용됩니다.',
  },
  hold: { en: 'Hold the role', ko: '역할 유지' },
  holdAbout: {
    en: 'The role does not drop after 15 minutes while this cutover runs; the header says so.',
    ko: '이 전환이 진행되는 동안 15분이 지나도 역할이 유지되며, 머리글에 표시됩니다.',
  },
} satisfies Record<string, Text>

type Duty = 'abort' | 'advance' | 'awake' | 'hold'

const duties: readonly Duty[] = ['abort', 'advance', 'awake', 'hold']

export function TabDuties() {
  const say = useText()
  const { draft, setDraft } = useWizard()
  const about = {
    abort: words.abortAbout,
    advance: words.advanceAbout,
    awake: words.awakeAbout,
    hold: words.holdAbout,
  }
  return (
    <Container header={<Header variant="h2">{say(words.title)}</Header>}>
      <SpaceBetween size="m">
        <Alert type="warning">{say(words.honest)}</Alert>
        {duties.map((duty) => (
          <Checkbox
            key={duty}
            checked={draft[duty]}
            description={say(about[duty])}
            onChange={({ detail }) => setDraft({ [duty]: detail.checked } satisfies Partial<Draft>)}
          >
            {say(words[duty])}
          </Checkbox>
        ))}
      </SpaceBetween>
    </Container>
  )
}
