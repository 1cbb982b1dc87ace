/** Reports of cutovers that are over, as far as this computer kept them. */
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Header from '@cloudscape-design/components/header'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Table, { type TableProps } from '@cloudscape-design/components/table'
import { useState } from 'react'
import { outcomeWords } from '../../../core/cutover/report-words.ts'
import { shownName } from '../../../core/dns/name.ts'
import type { Cutovers } from '../../../data/cutover/cutovers.ts'
import type { ReportRow } from '../../../data/cutover/rows.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { Time } from '../../../ui/Time.tsx'
import { ReportButtons } from '../back/ReportButtons.tsx'

const words = {
  title: { en: 'Reports kept on this computer', ko: '이 컴퓨터에 보관된 보고서' },
  hostname: { en: 'Hostname', ko: '호스트 이름' },
  outcome: { en: 'Outcome', ko: '결과' },
  ended: { en: 'Ended', ko: '종료' },
  report: { en: 'Report', ko: '보고서' },
  none: { en: 'No reports', ko: '보고서 없음' },
  noneWhy: {
    en: 'Once a cutover that was driven here is over, its report is kept here.',
    ko: '여기에서 진행한 전환이 끝나면 보고서가 보관됩니다.',
  },
  remove: { en: 'Delete the report of {name}', ko: '{name} 보고서 삭제' },
  sure: {
    en: 'The report of {name} is only kept on this computer. Deleted, it is gone; nothing in AWS changes.',
    ko: '{name} 보고서는 이 컴퓨터에만 있습니다. 삭제하면 되살릴 수 없으며 AWS에는 아무 변화가 없습니다.',
  },
  confirm: { en: 'Delete', ko: '삭제' },
  cancel: { en: 'Cancel', ko: '취소' },
} satisfies Record<string, Text>

interface ReportListProps {
  cutovers: Cutovers
  /** Undefined until they are read. */
  reports: readonly ReportRow[] | undefined
  again: () => void
}

export function ReportList({ cutovers, reports, again }: ReportListProps) {
  const say = useText()
  const [asked, setAsked] = useState<ReportRow>()
  return (
    <>
      <Table<ReportRow>
        variant="container"
        header={
          <Header variant="h2" {...(reports && { counter: `(${reports.length})` })}>
            {say(words.title)}
          </Header>
        }
        items={reports ?? []}
        loading={reports === undefined}
        trackBy="id"
        ariaLabels={{ tableLabel: say(words.title) }}
        empty={
          <Box textAlign="center" color="inherit">
            <b>{say(words.none)}</b>
            <Box variant="p" color="inherit">
              {say(words.noneWhy)}
            </Box>
          </Box>
        }
        columnDefinitions={reportColumns({ cutovers, say, remove: setAsked })}
      />
      {asked && (
        <DeleteDialog
          name={shownName(asked.plan.hostname)}
          close={() => setAsked(undefined)}
          confirm={async () => {
            await cutovers.host.tables.reports.delete(asked.id)
            setAsked(undefined)
            again()
          }}
        />
      )}
    </>
  )
}

interface ReportColumns {
  cutovers: Cutovers
  say: ReturnType<typeof useText>
  remove: (row: ReportRow) => void
}

function reportColumns({ cutovers, say, remove }: ReportColumns): TableProps.ColumnDefinition<ReportRow>[] {
  return [
    { id: 'hostname', header: say(words.hostname), isRowHeader: true, cell: nameOf },
    { id: 'outcome', header: say(words.outcome), cell: (row) => say(outcomeOf(row)) },
    { id: 'ended', header: say(words.ended), cell: ({ endedAt }) => <Time at={endedAt} /> },
    {
      id: 'report',
      header: say(words.report),
      // The buttons stay beside each other.
      minWidth: 360,
      cell: (row) => (
        <SpaceBetween direction="horizontal" size="xs">
          <ReportButtons cutovers={cutovers} row={() => row} />
          <Button
            iconName="remove"
            variant="icon"
            ariaLabel={say(words.remove, { name: nameOf(row) })}
            onClick={() => remove(row)}
          />
        </SpaceBetween>
      ),
    },
  ]
}

function nameOf({ plan }: ReportRow): string {
  return shownName(plan.hostname)
}

function outcomeOf({ how }: ReportRow): Text {
  return Object.entries(outcomeWords).find(([outcome]) => outcome === how)?.[1] ?? outcomeWords.open
}

interface DeleteDialogProps {
  name: string
  close: () => void
  confirm: () => Promise<void>
}

function DeleteDialog({ name, close, confirm }: DeleteDialogProps) {
  const say = useText()
  return (
    <Modal
      visible
      header={say(words.remove, { name })}
      closeAriaLabel={say(words.cancel)}
      onDismiss={close}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={close}>
              {say(words.cancel)}
            </Button>
            <Button variant="primary" onClick={() => void confirm()}>
              {say(words.confirm)}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      {say(words.sure, { name })}
    </Modal>
  )
}
