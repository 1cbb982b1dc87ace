/** All hosted zones of the account, and the names in the one that is opened. */
import ColumnLayout from '@cloudscape-design/components/column-layout'
import FormField from '@cloudscape-design/components/form-field'
import Select from '@cloudscape-design/components/select'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { isManagedType } from '../../../core/cutover/managed.ts'
import { shownName } from '../../../core/dns/name.ts'
import type { RecordSet } from '../../../core/dns/record-set.ts'
import { hostedZonesQuery, zoneRecordsQuery } from '../../../data/cutover/zones.ts'
import { useAws } from '../../../data/session.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { selectStatus } from '../parts/select-status.ts'
import { useWizard } from './wizard-context.ts'
import { zoneKind } from './zone-words.ts'

const words = {
  zone: { en: 'Hosted zone', ko: '호스팅 영역' },
  name: { en: 'Record', ko: '레코드' },
  chooseZone: { en: 'Choose a hosted zone', ko: '호스팅 영역 선택' },
  chooseName: { en: 'Choose a record', ko: '레코드 선택' },
  filter: { en: 'Find', ko: '찾기' },
  none: { en: 'No hosted zones in this account', ko: '이 계정에 호스팅 영역이 없습니다' },
  noNames: { en: 'No A, AAAA or CNAME records', ko: 'A, AAAA 또는 CNAME 레코드가 없습니다' },
} satisfies Record<string, Text>

export function RecordPicker() {
  const say = useText()
  const aws = useAws()
  const { change } = useWizard()
  const [zoneId, setZoneId] = useState<string>()
  const zones = useQuery(hostedZonesQuery(aws))
  const records = useQuery({ ...zoneRecordsQuery(aws, zoneId ?? ''), enabled: zoneId !== undefined })
  const options = (zones.data ?? []).map((zone) => ({
    value: zone.id,
    label: shownName(zone.name),
    description: `${say(zoneKind(zone))} · ${zone.id}`,
  }))
  const names = useMemo(() => namesOf(records.data ?? []), [records.data])
  return (
    <ColumnLayout columns={2}>
      <FormField label={say(words.zone)}>
        <Select
          selectedOption={options.find(({ value }) => value === zoneId) ?? null}
          options={options}
          placeholder={say(words.chooseZone)}
          empty={say(words.none)}
          filteringType="auto"
          filteringAriaLabel={say(words.filter)}
          {...selectStatus(say, zones)}
          onChange={({ detail }) => setZoneId(detail.selectedOption.value)}
        />
      </FormField>
      <FormField label={say(words.name)}>
        <Select
          selectedOption={null}
          options={names}
          disabled={zoneId === undefined}
          placeholder={say(words.chooseName)}
          empty={say(words.noNames)}
          filteringType="auto"
          filteringAriaLabel={say(words.filter)}
          virtualScroll
          {...(zoneId !== undefined && selectStatus(say, records))}
          onChange={({ detail }) => change({ hostname: detail.selectedOption.value, zone: zoneId })}
        />
      </FormField>
    </ColumnLayout>
  )
}

/** One for each name that clients could be sent by. */
function namesOf(records: readonly RecordSet[]): { value: string; label: string; description: string }[] {
  const types = new Map<string, Set<string>>()
  for (const { Name, Type } of records) {
    if (!isManagedType(Type, false) || Name.startsWith('_cutover-')) continue
    types.set(Name, (types.get(Name) ?? new Set()).add(Type))
  }
  return [...types].map(([name, found]) => ({
    value: shownName(name),
    label: shownName(name),
    description: [...found].join(', '),
  }))
}
