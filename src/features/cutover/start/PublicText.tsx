/** The exact text that stands in the zone for everybody to read while the cutover runs, and the choice to keep most of it out. */
import Checkbox from '@cloudscape-design/components/checkbox'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { Plan } from '../../../core/cutover/plan.ts'
import { recordText } from '../../../core/cutover/print-records.ts'
import { printPlan } from '../../../core/cutover/print.ts'
import { factOf } from '../../../data/cutover/preflight.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { CodeBlock } from '../../../ui/CodeBlock.tsx'
import { useWizard } from './wizard-context.ts'

const words = {
  title: { en: 'What stands in the zone meanwhile', ko: '진행 중 영역에 남는 내용' },
  public: {
    en: 'The start writes these TXT records and nothing else. In a public zone anybody can read them. They hold who moves the hostname and how everything was, so that any operator can go on or roll back; no account, no person.',
    ko: '시작할 때 다음 TXT 레코드만 씁니다. 퍼블릭 영역에서는 누구나 읽을 수 있습니다. 어떤 운영자든 이어서 진행하거나 롤백할 수 있도록 진행 상태와 원래 레코드를 담으며, 계정이나 사람은 담지 않습니다.',
  },
  private: {
    en: 'The start writes these TXT records and nothing else. The zone is private: only its VPCs can read them.',
    ko: '시작할 때 다음 TXT 레코드만 씁니다. 프라이빗 영역이므로 연결된 VPC에서만 읽을 수 있습니다.',
  },
  hide: { en: 'Keep the snapshot out of the zone', ko: '스냅샷을 영역에 두지 않기' },
  hideHelp: {
    en: 'Then only the rollback file knows how everything was: others need that file to go on or roll back.',
    ko: '원래 상태를 롤백 파일만 알게 되므로, 다른 사람이 이어서 진행하거나 롤백하려면 그 파일이 필요합니다.',
  },
  text: { en: 'TXT records', ko: 'TXT 레코드' },
} satisfies Record<string, Text>

export function PublicText({ plan }: { plan: Plan }) {
  const say = useText()
  const { id, search, change, checks } = useWizard()
  const isPrivate = checks && factOf(checks.view.readings, 'zone')?.isPrivate
  const lines = printPlan(plan, id).start.batch.Changes.map(({ ResourceRecordSet }) =>
    recordText(ResourceRecordSet),
  )
  return (
    <Container header={<Header variant="h2">{say(words.title)}</Header>}>
      <SpaceBetween size="s">
        <div>{say(isPrivate ? words.private : words.public)}</div>
        <CodeBlock text={lines.join('\n\n')} label={say(words.text)} />
        <Checkbox
          checked={search.private === true}
          description={say(words.hideHelp)}
          onChange={({ detail }) => change({ private: detail.checked ? true : undefined })}
        >
          {say(words.hide)}
        </Checkbox>
      </SpaceBetween>
    </Container>
  )
}
