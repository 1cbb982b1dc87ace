/** Columns of every table of targets: state, why, and the task behind each. */
import Box from '@cloudscape-design/components/box'
import { lastPart } from '../../core/ecs/names.ts'
import type { Target, TargetGroup } from '../../core/elb/target-group.ts'
import type { TargetOwner } from '../../core/elb/target-owner.ts'
import { explainTarget, targetTone, type TargetTone } from '../../core/elb/target-reason.ts'
import type { Text } from '../../i18n/text.ts'
import { useText } from '../../i18n/use-text.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import type { Column } from '../../ui/column.ts'
import { StatusBadge, type Tone } from '../status-badge/StatusBadge.tsx'
import { serviceHref, taskHref } from '../resource-link/href.ts'
import { shortId } from '../task-table/task-columns.tsx'

const words = {
  target: { en: 'Target', ko: '대상' },
  port: { en: 'Port', ko: '포트' },
  state: { en: 'State', ko: '상태' },
  reason: { en: 'Reason', ko: '사유' },
  zone: { en: 'Zone', ko: '가용 영역' },
  task: { en: 'Task', ko: '태스크' },
  service: { en: 'Service', ko: '서비스' },
  container: { en: 'Container', ko: '컨테이너' },
} satisfies Record<string, Text>

/** A target with the task behind it, where one is known. */
export interface TargetRow {
  target: Target
  owner: TargetOwner | undefined
}

const tones: Record<TargetTone, Tone> = {
  good: 'good',
  moving: 'moving',
  leaving: 'moving',
  bad: 'bad',
  off: 'off',
}

/** A target's state as AWS names it. */
export function TargetState({ state }: { state: string }) {
  return <StatusBadge tone={tones[targetTone(state)]}>{state}</StatusBadge>
}

/** What the reason code means and what to check, with the code and AWS's own words under it. */
function ReasonText({ target, group }: { target: Target; group: TargetGroup }) {
  const say = useText()
  const explained = explainTarget(target, group)
  if (!explained) return <>–</>
  return (
    <div style={{ whiteSpace: 'normal' }}>
      <div>{say(explained.means)}</div>
      {explained.advice && <div>{say(explained.advice)}</div>}
      <Box variant="small">
        {target.reason}
        {target.description && `: ${target.description}`}
      </Box>
    </div>
  )
}

function ownColumns(group: TargetGroup): Column<TargetRow>[] {
  return [
    {
      id: 'target',
      header: words.target,
      value: ({ target }) => target.id,
      cell: ({ target }) => target.id,
      rowHeader: true,
      required: true,
      minWidth: 170,
    },
    {
      id: 'port',
      header: words.port,
      value: ({ target }) => target.port,
      cell: ({ target }) => target.port ?? '–',
      filter: 'number',
      align: 'end',
      minWidth: 80,
    },
    {
      id: 'state',
      header: words.state,
      value: ({ target }) => target.state,
      cell: ({ target }) => <TargetState state={target.state} />,
      filter: 'enum',
      minWidth: 120,
    },
    {
      id: 'reason',
      header: words.reason,
      value: ({ target }) => target.reason,
      cell: ({ target }) => <ReasonText target={target} group={group} />,
      filter: 'enum',
      minWidth: 320,
    },
  ]
}

function taskColumns(region: string, hideService: boolean): Column<TargetRow>[] {
  const service: Column<TargetRow> = {
    id: 'service',
    header: words.service,
    value: ({ owner }) => owner?.task.serviceName,
    cell: ({ owner }) =>
      owner?.task.serviceName ? (
        <AppLink
          href={serviceHref(region, lastPart(owner.task.clusterArn), owner.task.serviceName)}
          variant="secondary"
        >
          {owner.task.serviceName}
        </AppLink>
      ) : (
        '–'
      ),
    minWidth: 120,
  }
  return [
    {
      id: 'task',
      header: words.task,
      value: ({ owner }) => owner?.task.id,
      cell: ({ owner }) =>
        owner ? (
          <AppLink
            href={taskHref(region, lastPart(owner.task.clusterArn), owner.task.id)}
            ariaLabel={owner.task.id}
          >
            {shortId(owner.task.id)}
          </AppLink>
        ) : (
          '–'
        ),
      minWidth: 140,
    },
    ...(hideService ? [] : [service]),
    {
      id: 'container',
      header: words.container,
      value: ({ owner }) => owner?.container,
      cell: ({ owner }) => owner?.container ?? '–',
      hidden: true,
      minWidth: 120,
    },
    {
      id: 'zone',
      header: words.zone,
      value: ({ target, owner }) => target.availabilityZone ?? owner?.task.availabilityZone,
      cell: ({ target, owner }) => target.availabilityZone ?? owner?.task.availabilityZone ?? '–',
      filter: 'enum',
      hidden: true,
      minWidth: 120,
    },
  ]
}

/** The columns of a table of `group`'s targets. */
export function targetColumns(group: TargetGroup, region: string, hideService: boolean): Column<TargetRow>[] {
  const [target, port, state, reason] = ownColumns(group)
  return [target, port, state, ...taskColumns(region, hideService), reason].filter((one) => one !== undefined)
}
