/** A load balancer's listeners, each with its rules in the order in which they are tried. */
import Box from '@cloudscape-design/components/box'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Table, { type TableProps } from '@cloudscape-design/components/table'
import { useQuery } from '@tanstack/react-query'
import type { Listener, LoadBalancer, Rule } from '../../core/elb/load-balancer.ts'
import { inPriorityOrder } from '../../core/elb/rule-text.ts'
import { listenersQuery, rulesQuery } from '../../data/elb/listeners.ts'
import { intervals } from '../../data/polling.ts'
import { useAws } from '../../data/session.ts'
import type { Text } from '../../i18n/text.ts'
import { useText } from '../../i18n/use-text.ts'
import { Block } from '../../ui/Block.tsx'
import { CopyText } from '../../ui/CopyText.tsx'
import { useBlockState } from '../../widgets/problem/block-state.ts'
import { RuleActions, RuleConditions } from './RuleWords.tsx'

const words = {
  listeners: { en: 'Listeners', ko: '리스너' },
  none: {
    en: 'No listeners: this load balancer answers nothing yet.',
    ko: '리스너가 없어 아직 아무 요청도 처리하지 않습니다.',
  },
  priority: { en: 'Priority', ko: '우선순위' },
  default: { en: 'default', ko: '기본' },
  when: { en: 'If', ko: '조건' },
  action: { en: 'Then', ko: '동작' },
  policy: { en: 'TLS policy {policy}', ko: 'TLS 정책 {policy}' },
  certificates: {
    en: '{n, plural, =0 {no certificate} one {# certificate} other {# certificates}}',
    ko: '인증서 {n}개',
  },
} satisfies Record<string, Text>

export function ListenersTab({ loadBalancer, region }: { loadBalancer: LoadBalancer; region: string }) {
  const aws = useAws()
  const say = useText()
  const query = useQuery(listenersQuery(aws, loadBalancer.arn))
  const state = useBlockState(query, { intervalMs: intervals.listeners.steady })
  if (!query.data || query.data.length === 0) {
    return (
      <Block title={words.listeners} state={state}>
        <Box>{say(words.none)}</Box>
      </Block>
    )
  }
  return (
    <SpaceBetween size="l">
      {query.data
        .toSorted((a, b) => a.port - b.port)
        .map((listener) => (
          <ListenerBlock key={listener.arn} listener={listener} region={region} />
        ))}
    </SpaceBetween>
  )
}

function ListenerBlock({ listener, region }: { listener: Listener; region: string }) {
  const aws = useAws()
  const say = useText()
  const query = useQuery(rulesQuery(aws, listener.arn))
  const state = useBlockState(query, { intervalMs: intervals.listeners.steady })
  const secure = listener.sslPolicy
    ? [
        say(words.policy, { policy: listener.sslPolicy }),
        say(words.certificates, { n: listener.certificateArns.length }),
      ].join(', ')
    : undefined
  const rules = inPriorityOrder(query.data ?? [])
  const title = `${listener.protocol}:${String(listener.port)}`
  return (
    <Block
      title={title}
      counter={query.data?.length}
      description={secure}
      state={state}
      actions={<CopyText text={listener.arn} label="ARN" variant="icon" />}
    >
      <Table<Rule>
        variant="embedded"
        items={rules}
        trackBy="arn"
        wrapLines
        ariaLabels={{ tableLabel: title }}
        columnDefinitions={ruleColumns(say, region)}
      />
    </Block>
  )
}

function ruleColumns(say: (text: Text) => string, region: string): TableProps.ColumnDefinition<Rule>[] {
  return [
    {
      id: 'priority',
      header: say(words.priority),
      isRowHeader: true,
      cell: (rule) => (rule.priority === 'default' ? say(words.default) : rule.priority),
      width: 110,
      minWidth: 90,
    },
    {
      id: 'when',
      header: say(words.when),
      cell: (rule) => <RuleConditions rule={rule} />,
      // The same in every listener's table: one column of conditions down the page.
      width: '45%',
      minWidth: 240,
    },
    {
      id: 'action',
      header: say(words.action),
      cell: (rule) => <RuleActions rule={rule} region={region} />,
      minWidth: 240,
    },
  ]
}
