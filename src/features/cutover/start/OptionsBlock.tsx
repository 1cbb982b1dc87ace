/** What a person rarely changes: TTL, hold, health, IPv6, alarms. */
import Checkbox from '@cloudscape-design/components/checkbox'
import ColumnLayout from '@cloudscape-design/components/column-layout'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { defaultParams } from '../../../core/cutover/params.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { AlarmPicker } from '../parts/AlarmPicker.tsx'
import { readAlarmNames, writeAlarmNames } from './alarm-names.ts'
import { leastHold } from './choices.ts'
import { NumberField } from './NumberField.tsx'
import { useWizard } from './wizard-context.ts'

const words = {
  title: { en: 'More options', ko: '추가 옵션' },
  ttl: { en: 'Low TTL, seconds', ko: '낮춘 TTL(초)' },
  hold: { en: 'Least hold, hours', ko: '최소 유지 시간(시간)' },
  holdHelp: {
    en: 'Before the old side may be shut down.',
    ko: '이전 쪽을 종료해도 될 때까지 기다리는 시간입니다.',
  },
  health: { en: 'Evaluate target health', ko: '대상 상태 평가' },
  healthHelp: {
    en: 'While both sides are weighted, Route 53 itself falls back to the old side when the load balancer is unhealthy, also with this tab closed.',
    ko: '양쪽이 가중치로 나뉘어 있는 동안 로드 밸런서가 비정상이면 이 탭이 닫혀 있어도 Route 53이 스스로 이전 쪽으로 되돌립니다.',
  },
  prepare: { en: 'Lower TTLs first', ko: '먼저 TTL 낮추기' },
  prepareHelp: {
    en: 'Without it every step, and the way back, takes as long as the old TTL.',
    ko: '이 단계를 생략하면 모든 단계와 되돌리기에 이전 TTL만큼의 시간이 걸립니다.',
  },
  bindings: { en: 'Take HTTPS and SVCB records away', ko: 'HTTPS 및 SVCB 레코드 제거' },
  bindingsHelp: {
    en: 'They can keep browsers on the old side. A rollback puts them back.',
    ko: '브라우저를 이전 쪽에 머물게 할 수 있습니다. 롤백하면 복원됩니다.',
  },
  ipv6: { en: 'Add IPv6 in a last step of its own', ko: '마지막에 별도 단계로 IPv6 추가' },
  ipv6Help: {
    en: 'Where the load balancer is dual-stack and the old side has no IPv6.',
    ko: '로드 밸런서가 듀얼 스택이고 이전 쪽에 IPv6가 없을 때 적용됩니다.',
  },
  cname: { en: 'Stay a CNAME at the end', ko: '마지막에 CNAME 유지' },
  cnameHelp: {
    en: 'Where an alias of type CNAME elsewhere points to this name.',
    ko: '다른 곳에서 CNAME 유형의 별칭이 이 이름을 가리킬 때 사용합니다.',
  },
} satisfies Record<string, Text>

export function OptionsBlock() {
  const say = useText()
  const { search, change } = useWizard()
  const box = (label: Text, help: Text, checked: boolean, onChange: (checked: boolean) => void) => (
    <Checkbox checked={checked} description={say(help)} onChange={({ detail }) => onChange(detail.checked)}>
      {say(label)}
    </Checkbox>
  )
  return (
    <ExpandableSection variant="container" headerText={say(words.title)}>
      <SpaceBetween size="m">
        <ColumnLayout columns={3}>
          <NumberField
            label={words.ttl}
            least={1}
            value={search.ttl ?? defaultParams.lowTtl}
            onChange={(ttl) => change({ ttl })}
          />
          <NumberField
            label={words.hold}
            help={words.holdHelp}
            least={leastHold}
            value={search.hold ?? defaultParams.holdMs / 3_600_000}
            onChange={(hold) => change({ hold })}
          />
          <AlarmPicker
            names={readAlarmNames(search.alarms)}
            onChoose={(names) => change({ alarms: writeAlarmNames(names) })}
          />
        </ColumnLayout>
        <ColumnLayout columns={2}>
          {box(words.health, words.healthHelp, !search.noHealth, (checked) =>
            change({ noHealth: on(!checked) }),
          )}
          {box(words.prepare, words.prepareHelp, !search.noPrepare, (checked) =>
            change({ noPrepare: on(!checked) }),
          )}
          {box(words.bindings, words.bindingsHelp, !search.keepBindings, (checked) =>
            change({ keepBindings: on(!checked) }),
          )}
          {box(words.ipv6, words.ipv6Help, search.ipv6 === true, (checked) => change({ ipv6: on(checked) }))}
          {box(words.cname, words.cnameHelp, search.cname === true, (checked) =>
            change({ cname: on(checked) }),
          )}
        </ColumnLayout>
      </SpaceBetween>
    </ExpandableSection>
  )
}

/** The address holds only what is unusual. */
function on(checked: boolean): true | undefined {
  return checked ? true : undefined
}
