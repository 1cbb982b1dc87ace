/** Chooses further hosted zones to look for open cutovers in: each costs a call, so nobody looks in all of them unasked. */
import Select, { type SelectProps } from '@cloudscape-design/components/select'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { shownName } from '../../../core/dns/name.ts'
import { hostedZonesQuery } from '../../../data/cutover/zones.ts'
import type { ZoneName } from '../../../data/cutover/zones-used.ts'
import { useAws } from '../../../data/session.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { problemWords } from '../../../widgets/problem/problem-words.ts'

const words = {
  look: { en: 'Look in zone …', ko: '다른 영역에서 찾기 …' },
  zones: { en: 'Hosted zones', ko: '호스팅 영역' },
  all: { en: 'All zones', ko: '모든 영역' },
  calls: { en: '{n, plural, one {# call} other {# calls}} to AWS', ko: 'AWS 호출 {n}회' },
  private: { en: 'private', ko: '프라이빗' },
  public: { en: 'public', ko: '퍼블릭' },
  filter: { en: 'Zone name or ID', ko: '영역 이름 또는 ID' },
  loading: { en: 'Reading hosted zones', ko: '호스팅 영역을 읽는 중' },
  none: { en: 'No other zones', ko: '다른 영역 없음' },
} satisfies Record<string, Text>

interface ZoneChoiceProps {
  /** Looked in already. */
  shown: readonly ZoneName[]
  onZones: (zones: readonly ZoneName[] | 'all') => void
}

export function ZoneChoice({ shown, onZones }: ZoneChoiceProps) {
  const say = useText()
  const aws = useAws()
  const [asked, setAsked] = useState(false)
  const { data = [], isPending, error } = useQuery({ ...hostedZonesQuery(aws), enabled: asked })
  const others = data.filter(({ id }) => !shown.some((zone) => zone.id === id))
  const options: SelectProps.Option[] = others.map(({ id, name, isPrivate }) => ({
    value: id,
    label: shownName(name),
    description: `${id} · ${say(isPrivate ? words.private : words.public)}`,
  }))
  const all = { value: 'all', label: say(words.all), description: say(words.calls, { n: data.length }) }
  return (
    <Select
      selectedOption={null}
      placeholder={say(words.look)}
      ariaLabel={say(words.zones)}
      filteringType="auto"
      filteringPlaceholder={say(words.filter)}
      filteringAriaLabel={say(words.filter)}
      expandToViewport
      onFocus={() => setAsked(true)}
      statusType={statusOf(isPending && asked, error)}
      loadingText={say(words.loading)}
      errorText={error ? problemWords(say, error).title : ''}
      empty={say(words.none)}
      options={others.length > 0 ? [all, ...options] : []}
      onChange={({ detail }) => {
        const { value } = detail.selectedOption
        if (value === 'all') onZones('all')
        else onZones(others.filter(({ id }) => id === value))
      }}
    />
  )
}

function statusOf(isLoading: boolean, error: unknown): 'loading' | 'error' | 'finished' {
  if (error) return 'error'
  return isLoading ? 'loading' : 'finished'
}
