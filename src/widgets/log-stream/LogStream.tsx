/** The end of one CloudWatch Logs stream, read while it is on the page. */
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Toggle from '@cloudscape-design/components/toggle'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { LogLocation } from '../../core/ecs/log-location.ts'
import { logEventsQuery } from '../../data/logs/log-events.ts'
import { intervals } from '../../data/polling.ts'
import { useAws } from '../../data/session.ts'
import type { Text } from '../../i18n/text.ts'
import { useText } from '../../i18n/use-text.ts'
import { Block } from '../../ui/Block.tsx'
import { ExternalLink } from '../../ui/ExternalLink.tsx'
import { useBlockState } from '../problem/block-state.ts'
import { linesToShow } from './log-lines.ts'
import { LogLines } from './LogLines.tsx'

const words = {
  title: { en: 'Log', ko: '로그' },
  where: { en: '{group}, stream {stream}', ko: '{group}, 스트림 {stream}' },
  filter: { en: 'Show lines with', ko: '포함된 줄만 표시' },
  clear: { en: 'Clear', ko: '지우기' },
  wrap: { en: 'Wrap lines', ko: '줄 바꿈' },
  open: { en: 'Open in CloudWatch Logs', ko: 'CloudWatch Logs에서 열기' },
  none: {
    en: 'No lines in the stream within the last hours.',
    ko: '최근 몇 시간 동안 스트림에 로그가 없습니다.',
  },
  noMatch: { en: 'No line contains these words.', ko: '해당 단어가 포함된 줄이 없습니다.' },
  otherRegion: {
    en: 'The log is in Region {region}; this page reads {here}.',
    ko: '로그는 {region} 리전에 있습니다. 이 페이지는 {here} 리전을 읽습니다.',
  },
} satisfies Record<string, Text>

/** CloudWatch's console encodes names twice, with `$` for `%`. */
function cloudWatchHref(region: string, { group, stream }: LogLocation): string {
  const twice = (name: string): string => encodeURIComponent(encodeURIComponent(name)).replaceAll('%', '$')
  return `https://${region}.console.aws.amazon.com/cloudwatch/home?region=${region}#logsV2:log-groups/log-group/${twice(group)}/log-events/${twice(stream)}`
}

export interface LogStreamProps {
  location: LogLocation
  /** ms since the epoch: the part of the stream to read. */
  range: { from: number; to?: number }
}

export function LogStream({ location, range }: LogStreamProps) {
  const aws = useAws()
  const say = useText()
  const [filter, setFilter] = useState('')
  const [wrap, setWrap] = useState(true)
  const query = useQuery(logEventsQuery(aws, location.group, [location.stream], range))
  const state = useBlockState(query, { intervalMs: intervals.logs.steady })
  const lines = useMemo(() => linesToShow(query.data ?? [], filter), [query.data, filter])
  const region = location.region ?? aws.region
  return (
    <Block
      title={words.title}
      level="h3"
      counter={query.data?.length}
      state={state}
      skeletonLines={8}
      description={
        region === aws.region
          ? say(words.where, { group: location.group, stream: location.stream })
          : say(words.otherRegion, { region, here: aws.region })
      }
      actions={<ExternalLink href={cloudWatchHref(region, location)}>{say(words.open)}</ExternalLink>}
    >
      <SpaceBetween size="s">
        <SpaceBetween direction="horizontal" size="m" alignItems="center">
          <Input
            type="search"
            value={filter}
            placeholder={say(words.filter)}
            ariaLabel={say(words.filter)}
            clearAriaLabel={say(words.clear)}
            onChange={({ detail }) => setFilter(detail.value)}
          />
          <Toggle checked={wrap} onChange={({ detail }) => setWrap(detail.checked)}>
            {say(words.wrap)}
          </Toggle>
        </SpaceBetween>
        <LogLines
          label={say(words.where, { group: location.group, stream: location.stream })}
          lines={lines}
          empty={say(filter ? words.noMatch : words.none)}
          wrap={wrap}
        />
      </SpaceBetween>
    </Block>
  )
}
