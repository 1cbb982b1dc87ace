/** Recent lines of one CloudWatch Logs stream, read while they are on the page. One a page: what it looks for is in the URL. */
import Alert from '@cloudscape-design/components/alert'
import Input from '@cloudscape-design/components/input'
import SegmentedControl from '@cloudscape-design/components/segmented-control'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Toggle from '@cloudscape-design/components/toggle'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { LogLocation } from '../../core/ecs/log-location.ts'
import type { LogEvent } from '../../core/logs/log-event.ts'
import { logEventsQuery } from '../../data/logs/log-events.ts'
import { intervals } from '../../data/polling.ts'
import { useAws } from '../../data/session.ts'
import type { Text } from '../../i18n/text.ts'
import { useText } from '../../i18n/use-text.ts'
import { Block } from '../../ui/Block.tsx'
import { ExternalLink } from '../../ui/ExternalLink.tsx'
import { useRanges } from '../metric-chart/use-range.ts'
import { useBlockState } from '../problem/block-state.ts'
import { linesToShow } from './log-lines.ts'
import { LogLines } from './LogLines.tsx'
import { logMinutes, useLogSearch } from './log-search.ts'

const words = {
  title: { en: 'Log', ko: '로그' },
  where: { en: '{group}, stream {stream}', ko: '{group}, 스트림 {stream}' },
  filter: { en: 'Show lines with', ko: '포함된 줄만 표시' },
  clear: { en: 'Clear', ko: '지우기' },
  wrap: { en: 'Wrap lines', ko: '줄 바꿈' },
  window: { en: 'How far back', ko: '기간' },
  minutes: { en: '{n} min', ko: '{n}분' },
  hours: { en: '{n} h', ko: '{n}시간' },
  open: { en: 'Open in CloudWatch Logs', ko: 'CloudWatch Logs에서 열기' },
  none: {
    en: 'The stream has no lines in this time. Look further back, or the container wrote nothing.',
    ko: '이 기간에 로그가 없습니다. 기간을 늘려 보세요. 컨테이너가 아무것도 쓰지 않았을 수도 있습니다.',
  },
  noMatch: { en: 'No line contains these words.', ko: '해당 단어가 포함된 줄이 없습니다.' },
  truncated: {
    en: 'There are more lines in this time; the newest {n} were read.',
    ko: '이 기간의 로그가 더 있습니다. 최신 {n}줄만 읽었습니다.',
  },
  info: { en: 'Information', ko: '정보' },
  otherRegion: {
    en: 'The log is in Region {region}, which this page does not read.',
    ko: '로그가 {region} 리전에 있어 이 페이지에서 읽을 수 없습니다.',
  },
} satisfies Record<string, Text>

/** CloudWatch's console encodes names twice, with `$` for `%`. */
function twice(name: string): string {
  return encodeURIComponent(encodeURIComponent(name)).replaceAll('%', '$')
}

function cloudWatchHref(region: string, { group, stream }: LogLocation): string {
  return `https://${region}.console.aws.amazon.com/cloudwatch/home?region=${region}#logsV2:log-groups/log-group/${twice(group)}/log-events/${twice(stream)}`
}

export interface LogStreamProps {
  location: LogLocation
  /** When the container ended, ms: nothing is written later, so the time before it is read. Absent while it runs. */
  endedAt?: number | undefined
}

const noLines: readonly LogEvent[] = []

export function LogStream({ location, endedAt }: LogStreamProps) {
  const aws = useAws()
  const say = useText()
  const [{ find, back: minutes }, setSearch] = useLogSearch()
  // The field's own, because the URL follows a moment later: letters typed meanwhile would be lost.
  const [filter, setFilter] = useState(find)
  const [wrap, setWrap] = useState(true)
  const { asked } = useRanges(minutes * 60_000)
  const range =
    endedAt === undefined ? { from: asked.from } : { from: endedAt - minutes * 60_000, to: endedAt + 60_000 }
  const region = location.region ?? aws.region
  const elsewhere = region !== aws.region
  const query = useQuery({
    ...logEventsQuery(aws, location.group, [location.stream], range),
    placeholderData: keepPreviousData,
    enabled: !elsewhere,
  })
  const state = useBlockState(query, { intervalMs: intervals.logs.steady })
  const events = query.data?.events ?? noLines
  const lines = useMemo(() => linesToShow(events, filter), [events, filter])
  const where = say(words.where, { group: location.group, stream: location.stream })
  return (
    <Block
      title={words.title}
      level="h3"
      counter={query.data && events.length}
      state={elsewhere ? { loading: false } : state}
      skeletonLines={10}
      description={<span style={{ overflowWrap: 'anywhere' }}>{where}</span>}
      actions={<ExternalLink href={cloudWatchHref(region, location)}>{say(words.open)}</ExternalLink>}
    >
      {elsewhere ? (
        <Alert statusIconAriaLabel={say(words.info)}>{say(words.otherRegion, { region })}</Alert>
      ) : (
        <SpaceBetween size="s">
          <SpaceBetween direction="horizontal" size="m" alignItems="center">
            <SegmentedControl
              label={say(words.window)}
              selectedId={String(minutes)}
              options={logMinutes.map((n) => ({
                id: String(n),
                text: n < 60 ? say(words.minutes, { n }) : say(words.hours, { n: n / 60 }),
              }))}
              onChange={({ detail }) =>
                setSearch({ back: logMinutes.find((n) => String(n) === detail.selectedId) })
              }
            />
            <Input
              type="search"
              value={filter}
              placeholder={say(words.filter)}
              ariaLabel={say(words.filter)}
              clearAriaLabel={say(words.clear)}
              onChange={({ detail }) => {
                setFilter(detail.value)
                setSearch({ find: detail.value || undefined })
              }}
            />
            <Toggle checked={wrap} onChange={({ detail }) => setWrap(detail.checked)}>
              {say(words.wrap)}
            </Toggle>
          </SpaceBetween>
          {query.data?.truncated && (
            <Alert statusIconAriaLabel={say(words.info)}>{say(words.truncated, { n: events.length })}</Alert>
          )}
          <LogLines
            label={where}
            lines={lines}
            empty={say(filter ? words.noMatch : words.none)}
            wrap={wrap}
          />
        </SpaceBetween>
      )}
    </Block>
  )
}
